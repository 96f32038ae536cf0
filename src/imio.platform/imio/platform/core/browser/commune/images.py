"""Serves the commune's logo and favicon."""

from imio.platform.core.commune import commune
from imio.platform.core.commune.images import Image
from Products.Five import BrowserView
from zExceptions import NotFound

#: A picture opened by itself may run nothing, whatever it holds.
SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"
#: Its address holds a text that changes with it, so a browser may keep it.
KEEP = "public, max-age=31536000, immutable"
#: Without that text it is asked again after an hour.
ASK_AGAIN = "public, max-age=3600"


class CommuneImage(BrowserView):
    """One picture of the commune, named by the view."""

    field = ""

    def image(self) -> Image | None:
        return getattr(commune(), f"{self.field}_image")

    def __call__(self) -> bytes:
        image = self.image()
        if image is None:
            raise NotFound(self.__name__)
        response = self.request.response
        response.setHeader("Content-Type", image.content_type)
        response.setHeader("Content-Security-Policy", SANDBOX)
        response.setHeader("X-Content-Type-Options", "nosniff")
        kept = KEEP if self.request.form.get("v") else ASK_AGAIN
        response.setHeader("Cache-Control", kept)
        return image.data


class Logo(CommuneImage):
    field = "logo"


class Favicon(CommuneImage):
    field = "favicon"

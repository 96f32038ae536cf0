"""Pictures sent through the API are checked as those of the forms."""

from imio.platform.i18n import _
from imio.platform.website.content.images import check_image
from imio.platform.website.content.images import NotAnImage
from plone.namedfile.interfaces import INamedBlobImage
from plone.restapi.deserializer.dxfields import NamedFieldDeserializer


class ImageDeserializer(NamedFieldDeserializer):
    """An empty, cut or mistyped picture is refused where it would be dropped."""

    def __call__(self, value):
        if isinstance(value, dict) and value.get("data") in ("", b""):
            check_image(self.field._type(filename=value.get("filename")))
        try:
            picture = super().__call__(value)
        except ValueError as problem:
            raise NotAnImage(
                _("L'image n'est pas arrivée entière : envoyez-la à nouveau.")
            ) from problem
        if INamedBlobImage.providedBy(picture) and picture is not self._kept():
            check_image(picture)
        return picture

    def _kept(self):
        return getattr(self.context, self.field.__name__, None)

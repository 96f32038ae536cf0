"""The commune's colours, as a small style sheet that browsers keep."""

from functools import lru_cache
from imio.platform.core.commune import commune
from imio.platform.core.commune.colours import usable
from imio.platform.theme.rules.palette import palette
from imio.platform.theme.rules.palette import style_sheet
from Products.Five import BrowserView
from zlib import crc32

#: The address holds the sheet's checksum, so a browser may keep it.
KEEP = "public, max-age=31536000, immutable"
ASK_AGAIN = "public, max-age=3600"


@lru_cache(maxsize=64)
def sheet(primary: str, secondary: str) -> tuple[str, str]:
    """The style sheet for two colours, and its checksum."""
    text = style_sheet(palette(*usable(primary, secondary)))
    return text, f"{crc32(text.encode()):08x}"


def current_sheet() -> tuple[str, str]:
    """The present commune's style sheet, and its checksum."""
    answers = commune()
    return sheet(answers.primary_colour, answers.secondary_colour)


class Palette(BrowserView):
    """Serves the style sheet."""

    def __call__(self) -> str:
        text, checksum = current_sheet()
        response = self.request.response
        response.setHeader("Content-Type", "text/css; charset=utf-8")
        response.setHeader("X-Content-Type-Options", "nosniff")
        kept = KEEP if self.request.form.get("v") == checksum else ASK_AGAIN
        response.setHeader("Cache-Control", kept)
        return text

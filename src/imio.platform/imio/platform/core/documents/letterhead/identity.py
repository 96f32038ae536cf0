"""The commune as its letters present it."""

from dataclasses import dataclass
from imio.platform.core.clock import today
from imio.platform.core.commune import commune
from imio.platform.core.documents.letterhead.logo import ratio
from imio.platform.core.documents.letterhead.logo import size
from imio.platform.core.documents.letterhead.logo import WIDE_RATIO
from plone import api
from urllib.parse import urlsplit

#: Logos that can be placed in a document, by extension.
PLACEABLE = ("png", "jpg", "jpeg", "svg")

MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)


@dataclass(frozen=True)
class Letterhead:
    """Identity and contacts printed on a document; empty where unknown."""

    name: str
    address_lines: tuple[str, ...]
    phone: str
    email: str
    website: str
    place: str
    primary_colour: str
    logo: bytes
    logo_format: str

    @property
    def has_logo(self) -> bool:
        return bool(self.logo)

    @property
    def has_wide_logo(self) -> bool:
        """Whether the logo takes the wide place at the left of the identity."""
        return self.has_logo and self._logo_ratio >= WIDE_RATIO

    @property
    def has_narrow_logo(self) -> bool:
        return self.has_logo and not self.has_wide_logo

    @property
    def logo_size(self) -> tuple[float, float]:
        """Width and height in centimetres."""
        return size(self._logo_ratio)

    @property
    def _logo_ratio(self) -> float:
        return ratio(self.logo, self.logo_format)

    @property
    def contact_line(self) -> str:
        """Phone, mail and site on one line."""
        phone = f"Tél. {self.phone}" if self.phone else ""
        return "  ·  ".join(part for part in (phone, self.email, self.website) if part)

    @property
    def address_line(self) -> str:
        return ", ".join(self.address_lines)

    @property
    def today(self) -> str:
        """The present day as a letter writes it: ``1er mars 2026``."""
        return long_date(today())

    @property
    def place_and_date(self) -> str:
        """``Hautes-Rives, le 1er mars 2026``."""
        return f"{self.place}, le {self.today}" if self.place else f"Le {self.today}"


def long_date(day) -> str:
    """A day in French: ``1er mars 2026``."""
    number = "1er" if day.day == 1 else str(day.day)
    return f"{number} {MONTHS[day.month - 1]} {day.year}"


def public_address(url: str) -> str:
    """The site's address as a letter prints it; empty where it is not a public one."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.port or "." not in host or host.replace(".", "").isdigit():
        return ""
    return f"{host}{parts.path}".rstrip("/")


def letterhead() -> Letterhead:
    """The present site's letterhead."""
    identity = commune()
    city = " ".join(part for part in (identity.postcode, identity.city) if part)
    logo = identity.logo_image
    placeable = logo is not None and logo.extension in PLACEABLE
    return Letterhead(
        name=identity.name or api.portal.get().Title(),
        address_lines=tuple(part for part in (identity.street, city) if part),
        phone=identity.phone or "",
        email=identity.email or "",
        website=public_address(api.portal.get().absolute_url()),
        place=identity.city or "",
        primary_colour=identity.primary_colour,
        logo=logo.data if placeable else b"",
        logo_format=logo.extension.replace("jpeg", "jpg") if placeable else "",
    )

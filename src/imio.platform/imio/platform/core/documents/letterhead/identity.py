"""The commune as its letters present it."""

from dataclasses import dataclass
from imio.platform.core.clock import today
from imio.platform.core.commune import commune
from plone import api

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


def letterhead() -> Letterhead:
    """The present site's letterhead."""
    identity = commune()
    city = " ".join(part for part in (identity.postcode, identity.city) if part)
    logo = identity.logo_image
    placeable = logo is not None and logo.extension in PLACEABLE
    website = api.portal.get().absolute_url().split("://", 1)[-1]
    return Letterhead(
        name=identity.name or api.portal.get().Title(),
        address_lines=tuple(part for part in (identity.street, city) if part),
        phone=identity.phone or "",
        email=identity.email or "",
        website=website.rstrip("/"),
        place=identity.city or "",
        primary_colour=identity.primary_colour,
        logo=logo.data if placeable else b"",
        logo_format=logo.extension.replace("jpeg", "jpg") if placeable else "",
    )

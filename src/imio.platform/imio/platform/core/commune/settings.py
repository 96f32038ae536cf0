"""Reads the commune from the registry."""

from imio.platform.core.commune.images import decoded
from imio.platform.core.commune.images import Image
from imio.platform.core.commune.interfaces import ICommune
from imio.platform.core.commune.interfaces import PREFIX
from imio.platform.core.rules.links import Link
from imio.platform.core.rules.links import parsed_links
from plone.registry.interfaces import IRegistry
from zope.component import getUtility


class Commune:
    """The commune's answers, with those that follow from them.

    Every field of ``ICommune`` is readable as an attribute; one that is not
    recorded yet has its default.
    """

    def __init__(self, registry: IRegistry):
        self._records = registry.forInterface(ICommune, prefix=PREFIX, check=False)

    def __getattr__(self, name: str):
        if name not in ICommune:
            raise AttributeError(name)
        value = getattr(self._records, name)
        return ICommune[name].default if value is None else value

    @property
    def address(self) -> str:
        """Postal address on one line, empty when nothing is known."""
        city = " ".join(part for part in (self.postcode, self.city) if part)
        return ", ".join(part for part in (self.street, city) if part)

    @property
    def opening_line(self) -> str:
        """First line of the opening hours, or an empty string."""
        return next(iter(self.opening_hours), "")

    @property
    def logo_image(self) -> Image | None:
        """The logo's file name, media type and bytes."""
        return decoded(self.logo)

    @property
    def favicon_image(self) -> Image | None:
        """The favicon's file name, media type and bytes."""
        return decoded(self.favicon)

    @property
    def quick(self) -> list[Link]:
        return parsed_links(self.quick_links)

    @property
    def legal(self) -> list[Link]:
        return parsed_links(self.legal_links)


def commune() -> Commune:
    """The commune of the present site."""
    return Commune(getUtility(IRegistry))

"""Links that people write one a line: « label | address »."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

SEPARATOR = "|"
SCHEMES = ("http", "https", "mailto", "tel")


class LinkError(ValueError):
    """The line is not a link; ``reason`` is one of the codes below."""

    def __init__(self, line: str, reason: str):
        super().__init__(f"{reason}: {line}")
        self.line = line
        self.reason = reason


@dataclass(frozen=True)
class Link:
    """A label and where it leads: an absolute address or a path of the site."""

    title: str
    address: str

    @property
    def is_internal(self) -> bool:
        return self.address.startswith("/")

    def url(self, site_url: str) -> str:
        """Full address, given the site's own."""
        return f"{site_url}{self.address}" if self.is_internal else self.address


def parsed_link(line: str) -> Link:
    """The link written on ``line``.

    :raises LinkError: ``"label"`` when the label is missing, ``"address"`` when
        the address is neither a path of the site nor a web, mail or phone one.
    """
    title, _separator, address = (part.strip() for part in line.partition(SEPARATOR))
    if not title or not address:
        raise LinkError(line, "label")
    if not is_address(address):
        raise LinkError(line, "address")
    return Link(title, address)


def is_address(address: str) -> bool:
    """Whether a visitor's browser may be sent there."""
    if any(character.isspace() or ord(character) < 32 for character in address):
        return False
    if address.startswith("/"):
        return not address.startswith(("//", "/\\"))
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    if parts.scheme in ("http", "https"):
        return bool(parts.hostname)
    return parts.scheme in SCHEMES and bool(parts.path)


def parsed_links(lines: Iterable[str] | None) -> list[Link]:
    """The links of all lines, leaving out those that are none."""
    links = []
    for line in lines or ():
        try:
            links.append(parsed_link(line))
        except LinkError:
            continue
    return links

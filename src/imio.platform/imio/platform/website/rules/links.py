"""Addresses that editors type in tiles and lists of links."""

from urllib.parse import urlsplit

#: What a link may lead to, besides a page of the site.
SCHEMES = ("https", "http", "mailto", "tel")


def link_problem(link: str) -> str:
    """What is wrong with an address; an empty string when it is fine.

    Only an address that starts with ``/`` (a page of this site) or with a known
    scheme is accepted, so that no script can hide in a link.
    """
    if link.startswith("/"):
        if link.startswith("//") or "\\" in link:
            return f"« {link} » : commencez par une seule barre oblique."
        return ""
    try:
        parts = urlsplit(link)
    except ValueError:
        return f"« {link} » n'est pas une adresse valable."
    if parts.scheme not in SCHEMES:
        return (
            f"« {link} » : écrivez une page du site comme /population, "
            "ou une adresse complète comme https://www.exemple.be."
        )
    if parts.scheme in ("http", "https") and not parts.hostname:
        return f"« {link} » n'est pas une adresse complète."
    return ""


def resolve(link: str, root_url: str) -> str:
    """The address to follow; a page of the site is taken from its root."""
    return f"{root_url}{link}" if link.startswith("/") else link


def is_outside(link: str) -> bool:
    """Whether a link leads to another site."""
    return link.startswith(("http://", "https://"))

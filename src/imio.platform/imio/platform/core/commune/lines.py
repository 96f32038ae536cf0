"""Answers given one a line."""

from collections.abc import Iterable
from imio.platform.core.commune.errors import AnswerError
from imio.platform.core.rules.ins import parsed_postal_code
from imio.platform.core.rules.ins import PostalCodeError
from imio.platform.core.rules.links import is_address
from imio.platform.core.rules.links import LinkError
from imio.platform.core.rules.links import parsed_link
from imio.platform.core.rules.links import SEPARATOR
from imio.platform.i18n import _

LINK_REASONS = {
    "label": _(
        "La ligne « ${line} » doit s'écrire « Libellé | adresse ». Exemple : "
        "« Guichet en ligne | /guichet »."
    ),
    "address": _(
        "L'adresse de la ligne « ${line} » doit commencer par / pour une page du "
        "site, sinon par https://, mailto: ou tel:."
    ),
}


def without_blanks(lines: Iterable[str]) -> list[str]:
    """The lines that say something."""
    return [line.strip() for line in lines if line and line.strip()]


def checked_links(lines: Iterable[str]) -> list[str]:
    """Links in their canonical writing.

    :raises AnswerError: about the first line that is no link.
    """
    written = []
    for line in without_blanks(lines):
        try:
            link = parsed_link(line)
        except LinkError as error:
            message = _(LINK_REASONS[error.reason], mapping={"line": line})
            raise AnswerError("", message) from error
        written.append(f"{link.title} {SEPARATOR} {link.address}")
    return written


def checked_postal_codes(lines: Iterable[str]) -> list[str]:
    """Four digits each, none twice.

    :raises AnswerError: about the first line that is no postal code.
    """
    codes: list[str] = []
    for line in without_blanks(lines):
        try:
            code = parsed_postal_code(line)
        except PostalCodeError as error:
            message = _(
                "« ${line} » n'est pas un code postal : il compte quatre chiffres. "
                "Exemple : 5300.",
                mapping={"line": line},
            )
            raise AnswerError("", message) from error
        if code not in codes:
            codes.append(code)
    return codes


def checked_socials(lines: Iterable[str]) -> list[str]:
    """Complete web addresses.

    :raises AnswerError: about the first line that is none.
    """
    addresses = without_blanks(lines)
    for address in addresses:
        if not address.startswith("https://") or not is_address(address):
            message = _(
                "« ${line} » n'est pas une adresse complète. Exemple : "
                "https://www.facebook.com/macommune.",
                mapping={"line": address},
            )
            raise AnswerError("", message)
    return addresses

"""Telephone numbers, e-mail addresses and enterprise numbers as people write them."""

from stdnum.be import vat
from stdnum.exceptions import ValidationError
import re

#: Country code of Belgium.
BELGIUM = "+32"
#: Belgian zones written with a single digit after the zero.
SHORT_ZONES = ("2", "3", "4", "9")
EMAIL = re.compile(
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+"
    r"@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}"
)
LONGEST_EMAIL = 254


class ContactError(ValueError):
    """The text is not what it should be."""


def international_phone(text: str) -> str:
    """The number as ``+`` and 7 to 15 digits (ITU-T E.164).

    A number that starts with one zero is Belgian.

    :raises ContactError: when it is no telephone number.
    """
    compact = re.sub(r"[\s./()\u00a0-]", "", text.replace("(0)", ""))
    if compact.startswith("00"):
        compact = "+" + compact[2:]
    elif compact.startswith("0"):
        compact = BELGIUM + compact[1:]
    if not re.fullmatch(r"\+[1-9][0-9]{6,14}", compact):
        raise ContactError(text)
    if compact.startswith(BELGIUM) and len(compact) not in (11, 12):
        raise ContactError(text)
    return compact


def written_phone(text: str) -> str:
    """The number as it is read: ``081 12 34 56``, ``0475 12 34 56``.

    :raises ContactError: when it is no telephone number.
    """
    number = international_phone(text)
    if not number.startswith(BELGIUM):
        return number
    national = number[len(BELGIUM) :]
    if len(national) == 9:
        zone, rest = f"0{national[:3]}", national[3:]
    elif national[0] in SHORT_ZONES and not national.startswith("90"):
        zone, rest = f"0{national[0]}", national[1:]
        return f"{zone} {rest[:3]} {rest[3:5]} {rest[5:]}"
    else:
        zone, rest = f"0{national[:2]}", national[2:]
    return " ".join([zone, *(rest[i : i + 2] for i in range(0, len(rest), 2))])


def parsed_email(text: str) -> str:
    """The address without surrounding spaces.

    :raises ContactError: when it is no e-mail address.
    """
    address = text.strip()
    if len(address) > LONGEST_EMAIL or not EMAIL.fullmatch(address):
        raise ContactError(text)
    return address


def parsed_kbo(text: str) -> str:
    """Enterprise number (BCE) as ``0207.362.937``.

    :raises ContactError: when its digits or its check digits are wrong.
    """
    try:
        number = vat.validate(text)
    except ValidationError as error:
        raise ContactError(text) from error
    return f"{number[:4]}.{number[4:7]}.{number[7:]}"

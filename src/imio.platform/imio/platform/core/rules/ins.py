"""INS codes (Statbel's REFNIS) of Walloon communes, and postal codes.

An INS code has five digits: the first two tell the district, the first one the
province, and the last three the commune; a code that ends with 000 is the
district's or the province's own.
"""

from typing import Literal
import re

#: Districts of the Walloon Region by the first two digits of their code.
#: Source: Statbel, REFNIS, territorial structure since 1 January 2019.
DISTRICTS = {
    "25": "Nivelles",
    "51": "Ath",
    "52": "Charleroi",
    "53": "Mons",
    "55": "Soignies",
    "56": "Thuin",
    "57": "Tournai-Mouscron",
    "58": "La Louvière",
    "61": "Huy",
    "62": "Liège",
    "63": "Verviers",
    "64": "Waremme",
    "81": "Arlon",
    "82": "Bastogne",
    "83": "Marche-en-Famenne",
    "84": "Neufchâteau",
    "85": "Virton",
    "91": "Dinant",
    "92": "Namur",
    "93": "Philippeville",
}

PROVINCES = {
    "2": "Brabant wallon",
    "5": "Hainaut",
    "6": "Liège",
    "8": "Luxembourg",
    "9": "Namur",
}

Reason = Literal["digits", "region", "district"]


class InsError(ValueError):
    """Not the INS code of a Walloon commune; ``reason`` says what is wrong."""

    def __init__(self, code: str, reason: Reason):
        super().__init__(f"{reason}: {code}")
        self.code = code
        self.reason = reason


def parsed_ins(text: str) -> str:
    """The five digits of a commune's INS code.

    :raises InsError: ``"digits"`` when there are not five digits, ``"region"``
        when no Walloon district has that beginning, ``"district"`` when it is
        the code of a whole district.
    """
    code = re.sub(r"[\s.]", "", text)
    if not re.fullmatch(r"[0-9]{5}", code):
        raise InsError(text, "digits")
    if code[:2] not in DISTRICTS:
        raise InsError(text, "region")
    if code.endswith("000"):
        raise InsError(text, "district")
    return code


def province(code: str) -> str:
    """Name of the province of an INS code."""
    return PROVINCES[code[0]]


class PostalCodeError(ValueError):
    """Not a Belgian postal code."""


def parsed_postal_code(text: str) -> str:
    """The four digits of a Belgian postal code, ``5 300`` being ``5300``.

    :raises PostalCodeError: when they are not.
    """
    code = re.sub(r"\s", "", text)
    if not re.fullmatch(r"[1-9][0-9]{3}", code):
        raise PostalCodeError(text)
    return code

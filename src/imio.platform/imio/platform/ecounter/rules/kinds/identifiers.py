"""Numbers with a check: national register, enterprise, bank account, transfer.

Checks are those of the issuing authorities; python-stdnum does the arithmetic
where it agrees with them.
"""

from imio.platform.ecounter.rules.definition import Field
from imio.platform.ecounter.rules.errors import Invalid
from imio.platform.ecounter.rules.kinds.base import Kind
from imio.platform.ecounter.rules.message import _
from imio.platform.ecounter.rules.message import FALLBACK_LANGUAGE
from stdnum import iban
from stdnum.exceptions import ValidationError
import re

SEPARATORS = re.compile(r"[\s./+\-*]")


def digits_of(text: str) -> str:
    """The text without the separators that people write."""
    return SEPARATORS.sub("", text)


def is_national_number(number: str) -> bool:
    """Whether these eleven digits are a national register (NISS) or BIS number.

    The check is 97 less the first nine digits modulo 97, preceded by a 2 for who
    was born from 2000 on. Month and day may be 00 (unknown, or counter exhausted);
    a BIS number adds 20 or 40 to the month. Unlike python-stdnum, a day past 31 is
    refused even when the check is right.
    """
    if len(number) != 11 or not (number.isascii() and number.isdigit()):
        return False
    if int(number[2:4]) % 20 > 12 or int(number[2:4]) > 52 or int(number[4:6]) > 31:
        return False
    head, check = number[:9], int(number[9:])
    return check in (97 - int(head) % 97, 97 - int("2" + head) % 97)


def is_enterprise_number(number: str) -> bool:
    """Whether these ten digits are an enterprise (KBO/BCE) number."""
    return (
        len(number) == 10
        and number.isascii()
        and number.isdigit()
        and number[0] in "01"
        and int(number[8:]) == 97 - int(number[:8]) % 97
    )


def is_transfer_reference(number: str) -> bool:
    """Whether these twelve digits are a structured communication (OGM/VCS)."""
    return (
        len(number) == 12
        and number.isascii()
        and number.isdigit()
        and int(number[10:]) == (int(number[:10]) % 97 or 97)
    )


def transfer_reference(base: str) -> str:
    """The structured communication of ten digits, shown as banks print it."""
    number = f"{base}{int(base) % 97 or 97:02d}"
    return f"+++{number[:3]}/{number[3:7]}/{number[7:]}+++"


class NationalNumber(Kind):
    """National register number; lists and mails show only its ends."""

    name = "niss"
    input_mode = "numeric"

    def parse(self, field: Field, text: str) -> str:
        number = digits_of(text)
        if len(number) != 11 or not number.isdigit():
            raise Invalid(
                _("Le numéro national compte 11 chiffres, par exemple 85.07.30-033.28.")
            )
        if not is_national_number(number):
            raise Invalid(
                _(
                    "Ce numéro national contient une erreur : vérifiez-le au dos de la carte d'identité."
                )
            )
        return number

    def display(
        self, field: Field, value: str, language: str = FALLBACK_LANGUAGE
    ) -> str:
        return f"{value[:2]}.{value[2:4]}.{value[4:6]}-{value[6:9]}.{value[9:]}"

    def masked(
        self, field: Field, value: str, language: str = FALLBACK_LANGUAGE
    ) -> str:
        return f"{value[:2]}.••.••-•••.{value[9:]}"


class EnterpriseNumber(Kind):
    """Enterprise number of the Crossroads Bank."""

    name = "kbo"
    input_mode = "text"

    def parse(self, field: Field, text: str) -> str:
        number = digits_of(text.upper()).removeprefix("BE")
        if len(number) == 9:
            number = "0" + number
        if len(number) != 10 or not number.isdigit():
            raise Invalid(
                _(
                    "Le numéro d'entreprise compte 10 chiffres, par exemple 0403.019.261."
                )
            )
        if not is_enterprise_number(number):
            raise Invalid(_("Ce numéro d'entreprise contient une erreur."))
        return number

    def display(
        self, field: Field, value: str, language: str = FALLBACK_LANGUAGE
    ) -> str:
        return f"{value[:4]}.{value[4:7]}.{value[7:]}"


class Iban(Kind):
    """Bank account number.

    Country length and checksum only: python-stdnum's list of Belgian bank codes
    refuses accounts that exist.
    """

    name = "iban"
    autocomplete = "off"

    def parse(self, field: Field, text: str) -> str:
        number = re.sub(r"[\s.\-]", "", text.upper())
        try:
            return iban.validate(number, check_country=False)
        except ValidationError as error:
            raise Invalid(
                _(
                    "Ce numéro de compte (IBAN) n'est pas valable : vérifiez chaque chiffre."
                )
            ) from error

    def display(
        self, field: Field, value: str, language: str = FALLBACK_LANGUAGE
    ) -> str:
        return " ".join(value[i : i + 4] for i in range(0, len(value), 4))


class TransferReference(Kind):
    """Structured communication of a bank transfer."""

    name = "ogm"

    def parse(self, field: Field, text: str) -> str:
        number = digits_of(text)
        if not is_transfer_reference(number):
            raise Invalid(
                _(
                    "Cette communication structurée n'est pas valable, par exemple +++010/8068/17183+++."
                )
            )
        return number

    def display(
        self, field: Field, value: str, language: str = FALLBACK_LANGUAGE
    ) -> str:
        return f"+++{value[:3]}/{value[3:7]}/{value[7:]}+++"

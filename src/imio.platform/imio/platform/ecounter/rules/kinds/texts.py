"""Words: a line, a paragraph, an e-mail address, a telephone number, a plate."""

from imio.platform.ecounter.rules.definition import Field
from imio.platform.ecounter.rules.errors import Invalid
from imio.platform.ecounter.rules.kinds.base import Kind
from imio.platform.ecounter.rules.message import _
from imio.platform.ecounter.rules.message import FALLBACK_LANGUAGE
import re


def grouped(number: int) -> str:
    """A number with a space between thousands, as French wants it."""
    return f"{number:,}".replace(",", " ")


class Text(Kind):
    """One line."""

    name = "text"
    longest = 255

    def parse(self, field: Field, text: str) -> str:
        longest = field.limit("max_length", self.longest)
        text = self.tidy(text)
        if len(text) > longest:
            raise Invalid(
                _(
                    "Ce texte est trop long : ${length} caractères, alors que la limite est de ${max}.",
                    length=grouped(len(text)),
                    max=grouped(longest),
                )
            )
        shortest = field.limit("min_length", 0)
        if len(text) < shortest:
            raise Invalid(
                _("Écrivez au moins ${min} caractères.", min=grouped(shortest))
            )
        return text

    def tidy(self, text: str) -> str:
        return " ".join(text.split())


class TextArea(Text):
    """A paragraph."""

    name = "textarea"
    longest = 4000

    def tidy(self, text: str) -> str:
        return text.replace("\r\n", "\n").replace("\r", "\n")


class Email(Kind):
    """An e-mail address."""

    name = "email"
    input_type = "email"
    autocomplete = "email"
    json_type = {"type": "string", "format": "email"}
    shape = re.compile(r"[^@\s<>\"(),;:\\\[\]]{1,64}@[A-Za-z0-9.-]{1,190}")

    def parse(self, field: Field, text: str) -> str:
        host = text.rpartition("@")[2]
        labels = host.split(".")
        if (
            len(text) > 254
            or not self.shape.fullmatch(text)
            or len(labels) < 2
            or not all(labels)
        ):
            raise Invalid(
                _("Écrivez une adresse e-mail complète, par exemple nom@exemple.be.")
            )
        return text.rpartition("@")[0] + "@" + host.lower()


class Phone(Kind):
    """A telephone number, kept in international form."""

    name = "phone"
    input_type = "tel"
    autocomplete = "tel"
    separators = re.compile(r"[\s./()-]")

    def parse(self, field: Field, text: str) -> str:
        digits = self.separators.sub("", text.replace("(0)", ""))
        if digits.startswith("00"):
            digits = "+" + digits[2:]
        elif digits.startswith("0"):
            digits = "+32" + digits[1:]
        number = digits[1:]
        fits = digits.startswith("+") and number.isascii() and number.isdigit()
        if fits and number.startswith("32"):
            fits = len(number) in (10, 11) and number[2] != "0"
        if not fits or not 8 <= len(number) <= 15:
            raise Invalid(
                _("Écrivez un numéro de téléphone, par exemple 0475 12 34 56.")
            )
        return digits

    def display(
        self, field: Field, value: str, language: str = FALLBACK_LANGUAGE
    ) -> str:
        if not value.startswith("+32"):
            return value
        national = value[3:]
        mobile = len(national) == 9
        head = 3 if mobile else (1 if national[0] in "2349" else 2)
        rest = national[head:]
        if len(rest) % 2:
            pairs = [rest[:3], *(rest[i : i + 2] for i in range(3, len(rest), 2))]
        else:
            pairs = [rest[i : i + 2] for i in range(0, len(rest), 2)]
        return " ".join(["0" + national[:head], *pairs])


class Plate(Kind):
    """A vehicle's registration plate."""

    name = "plate"
    belgian = re.compile(r"(\d?)([A-Z]{3})(\d{3})")

    def parse(self, field: Field, text: str) -> str:
        plate = re.sub(r"[\s.\-·]", "", text.upper())
        if not re.fullmatch(r"[A-Z0-9]{2,10}", plate):
            raise Invalid(
                _("Écrivez une plaque d'immatriculation, par exemple 1-ABC-234.")
            )
        return plate

    def display(
        self, field: Field, value: str, language: str = FALLBACK_LANGUAGE
    ) -> str:
        found = self.belgian.fullmatch(value)
        return "-".join(part for part in found.groups() if part) if found else value

"""Formats of reference numbers: ``{year}/{number:05}`` gives ``2026/00042``.

A small language, closed: names between braces and nothing that is evaluated.

- ``{number}`` and ``{number:05}``: the number, padded with zeros to that width;
- ``{year}`` and ``{year2}``: the year in four or two digits;
- other names are texts that the caller knows, for instance ``{service}``;
- ``{{`` and ``}}`` are braces.
"""

from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
import re

#: Everything that may be part of a format, in the order in which it is tried.
PART = re.compile(
    r"\{\{|\}\}|\{(?P<name>[a-z_][a-z0-9_]*)(?::0(?P<width>\d))?\}|[^{}]+"
)
#: Characters that stay readable in an address, a file name and on a printed form.
PLAIN_TEXT = re.compile(r"[\w./ °:()\[\]{}-]*")
OWN_NAMES = ("number", "year", "year2")
MAX_FORMAT = 100


class InvalidReferenceFormat(ValueError):
    """The format cannot give references; its text says why, in French."""


@dataclass(frozen=True)
class _Field:
    name: str
    width: int

    def render(self, values: Mapping[str, str]) -> str:
        return values[self.name].zfill(self.width)


@dataclass(frozen=True)
class ReferenceFormat:
    """A format that was read and found right.

    :param text: as written.
    :param parts: plain texts and fields, in order.
    """

    text: str
    parts: tuple[str | _Field, ...]

    @property
    def uses_year(self) -> bool:
        """Whether the year is in the reference, so that numbers may begin again."""
        return any(
            isinstance(part, _Field) and part.name in ("year", "year2")
            for part in self.parts
        )

    def reference(self, number: int, year: int, **texts: str) -> str:
        """The reference of ``number`` in ``year``.

        :param texts: value of each other name the format uses.
        :raises ValueError: where the number is below 1 or a text is missing.
        """
        if number < 1:
            raise ValueError("a reference number is 1 or more")
        values = {
            **texts,
            "number": str(number),
            "year": f"{year:04}",
            "year2": f"{year % 100:02}",
        }
        try:
            return "".join(
                part if isinstance(part, str) else part.render(values)
                for part in self.parts
            )
        except KeyError as error:
            raise ValueError(f"no value for {error.args[0]}") from error


def parse_reference_format(text: str, names: Collection[str] = ()) -> ReferenceFormat:
    """Read a format such as ``{year}/{number:05}``.

    :param names: other names that the format may use.
    :raises InvalidReferenceFormat: with what is wrong and what to write, in French.
    """
    if not text.strip():
        raise InvalidReferenceFormat(
            "Le format est vide. Écrivez par exemple « {year}/{number:05} »."
        )
    if len(text) > MAX_FORMAT:
        raise InvalidReferenceFormat(
            f"Le format est trop long : {MAX_FORMAT} caractères au plus."
        )
    parts = tuple(_parts(text, {*OWN_NAMES, *names}))
    if not any(isinstance(part, _Field) and part.name == "number" for part in parts):
        raise InvalidReferenceFormat(
            "Le format doit contenir {number}, sinon deux dossiers auraient la même "
            "référence."
        )
    return ReferenceFormat(text, parts)


def _parts(text: str, known: Collection[str]) -> Iterator[str | _Field]:
    position = 0
    while position < len(text):
        match = PART.match(text, position)
        if match is None:
            raise InvalidReferenceFormat(
                f"Le format n'est plus compris à partir de « {text[position:]} ». "
                "Écrivez {number:05} pour un numéro sur 5 chiffres, et {{ ou }} pour "
                "une accolade."
            )
        yield _part(match, known)
        position = match.end()


def _part(match: re.Match[str], known: Collection[str]) -> str | _Field:
    name, width = match["name"], match["width"]
    if name is None:
        return _plain(match[0])
    if name not in known:
        names = ", ".join("{" + known_name + "}" for known_name in sorted(known))
        raise InvalidReferenceFormat(
            f"« {{{name}}} » n'existe pas. Vous pouvez employer : {names}."
        )
    if width is not None and name != "number":
        raise InvalidReferenceFormat(
            f"« {match[0]} » : seul {{number}} peut avoir un nombre de chiffres."
        )
    return _Field(name, int(width or 0))


def _plain(text: str) -> str:
    if text in ("{{", "}}"):
        return text[0]
    wrong = PLAIN_TEXT.sub("", text)
    if wrong:
        raise InvalidReferenceFormat(
            f"Le caractère « {wrong[0]} » ne convient pas dans une référence : "
            "employez des lettres, des chiffres, / - . ° : ( ) ou une espace."
        )
    return text

"""References of points, as the commune writes them: ``CC/{annee}/{seance:02}/{point}``.

A small language, closed: names between braces, and nothing that is evaluated.

- ``{annee}``: year in which the meeting got its number;
- ``{seance}`` and ``{point}``: numbers of the meeting in its year and of the point on
  its agenda; ``{seance:02}`` pads with zeros to two digits;
- ``{organe}``: short name of the body;
- ``{huis_clos}``: ``HC`` for a point of the closed sitting, nothing for the others;
- ``{categorie}``: code of the point's category, nothing where there is none.

What is empty goes with the separator before it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from imio.platform.core.rules.reference import InvalidReferenceFormat
from imio.platform.core.rules.reference import MAX_FORMAT
from imio.platform.core.rules.reference import PLAIN_TEXT
import re

DEFAULT = "{organe}/{annee}/{seance:02}/{point}"
CLOSED = "HC"
NAMES = ("annee", "seance", "point", "organe", "huis_clos", "categorie")
#: Without these, two points could have the same reference.
NEEDED = ("annee", "seance", "point")
PADDED = ("seance", "point")
#: Values of any length, that must not touch one another: 1 and 12 read as 11 and 2.
APART = ("annee", "seance", "point", "categorie")

PART = re.compile(r"\{(?P<name>[^{}:]*)(?::0(?P<width>[1-9]))?\}|(?P<text>[^{}]+)")
SEPARATOR = re.compile(r"[^\w]|_")
EMPTY_BRACKETS = re.compile(r" ?(\(\)|\[\])")
DROPPED = "/-. _:"


@dataclass(frozen=True)
class Numbered:
    """What a reference is made of.

    :param year: year in which the meeting got its number.
    :param meeting: number of the meeting in that year.
    :param point: number on the agenda, ``"3"`` or ``"3.1"``.
    :param body: short name of the body.
    :param category: code of the category, or an empty string.
    """

    year: int
    meeting: int
    point: str
    body: str = ""
    is_closed: bool = False
    category: str = ""


def reference(text: str, of: Numbered) -> str:
    """The reference of a point.

    :param text: a format that ``check`` found right.
    """
    values = {
        "annee": str(of.year),
        "seance": str(of.meeting),
        "point": of.point,
        "organe": of.body.upper(),
        "huis_clos": CLOSED if of.is_closed else "",
        "categorie": of.category.strip(),
    }
    result = ""
    for part in _parts(text):
        if part["text"] is not None:
            result += part["text"]
            continue
        value = _padded(values[part["name"]], int(part["width"] or 0))
        result = result + value if value else result.rstrip(DROPPED)
    return EMPTY_BRACKETS.sub("", result).strip(DROPPED)


def check(text: str) -> None:
    """Find out whether a format gives each point a reference of its own.

    :raises InvalidReferenceFormat: with what is wrong and what to write, in French.
    """
    if not text.strip():
        raise InvalidReferenceFormat(
            f"Le format est vide. Écrivez par exemple « {DEFAULT} »."
        )
    if len(text) > MAX_FORMAT:
        raise InvalidReferenceFormat(
            f"Le format est trop long : {MAX_FORMAT} caractères au plus."
        )
    names = [_known(part) for part in _parts(text)]
    missing = [name for name in NEEDED if name not in names]
    if missing:
        raise InvalidReferenceFormat(
            f"Ajoutez {_listed(missing)}, sinon deux points auraient la même référence."
        )
    _check_apart(text)


def _parts(text: str) -> Iterator[re.Match[str]]:
    position = 0
    while position < len(text):
        match = PART.match(text, position)
        if match is None:
            raise InvalidReferenceFormat(
                f"Le format n'est plus compris à partir de « {text[position:]} ». "
                "Écrivez {point}, ou {seance:02} pour un numéro sur 2 chiffres."
            )
        yield match
        position = match.end()


def _known(part: re.Match[str]) -> str:
    """The name of a part, empty for a text."""
    if part["text"] is not None:
        wrong = PLAIN_TEXT.sub("", part["text"])
        if wrong:
            raise InvalidReferenceFormat(
                f"Le caractère « {wrong[0]} » ne convient pas dans une référence : "
                "employez des lettres, des chiffres, / - . ° : ( ) ou une espace."
            )
        return ""
    name = part["name"]
    if name not in NAMES:
        raise InvalidReferenceFormat(
            f"« {{{name}}} » n'existe pas. Vous pouvez employer : {_listed(NAMES)}."
        )
    if part["width"] and name not in PADDED:
        raise InvalidReferenceFormat(
            f"« {part[0]} » : seuls {_listed(PADDED)} peuvent avoir un nombre de "
            "chiffres."
        )
    return name


def _check_apart(text: str) -> None:
    former, between = "", ""
    for part in _parts(text):
        name = part["name"]
        if name not in APART:
            between += part["text"] or ""
            continue
        if former and not SEPARATOR.search(between):
            raise InvalidReferenceFormat(
                f"Séparez {{{former}}} et {{{name}}}, par exemple par une barre /, "
                "sinon deux points pourraient avoir la même référence."
            )
        former, between = name, ""


def _padded(value: str, width: int) -> str:
    head, dot, sub = value.partition(".")
    return f"{head.zfill(width)}{dot}{sub}" if width else value


def _listed(names: tuple[str, ...] | list[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in names)

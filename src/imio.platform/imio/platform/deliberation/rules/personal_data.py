"""What looks like personal data in a text about to be published.

A list to read again, never a proof: names are guessed from their form, numbers
are checked by their own key.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
import re


class Kind(StrEnum):
    """What a fragment looks like."""

    NAME = "name"
    IBAN = "iban"
    NATIONAL_NUMBER = "national_number"
    PHONE = "phone"
    EMAIL = "email"


@dataclass(frozen=True)
class Fragment:
    """Words that look like personal data."""

    kind: Kind
    words: str


UPPER = "A-ZÀÂÄÇÉÈÊËÎÏÔÖÙÛÜ"
WORD = rf"[{UPPER}][\w’'-]*[\w]"
CIVILITY = (
    r"(?:M\.|MM\.|Mr\.?|Mme|Mmes|Mlle|Monsieur|Messieurs|Madame|Mesdames|"
    r"Mademoiselle|Me|Maître|Dr)"
)
PARTICLE = r"(?:(?:de|du|des|van|von|der|den|el|al)\s+|d[’'])"
AFTER_CIVILITY = re.compile(
    rf"(?<!\w){CIVILITY}\s+((?:{PARTICLE}){{0,2}}{WORD}(?:\s+(?:{PARTICLE}){{0,2}}{WORD}){{0,3}})"
)
#: ``Jean DUPONT``, ``DUPONT Jean``: how acts write people.
FIRST = rf"[{UPPER}][a-zà-ÿ]+(?:-[{UPPER}][a-zà-ÿ]+)?"
FAMILY = rf"[{UPPER}](?:[{UPPER}’'-]|\s(?=[{UPPER}]{{3,}}\b))+[{UPPER}]"
IN_CAPITALS = re.compile(
    rf"(?<!\w)(?:{FIRST}\s+{FAMILY}|{FAMILY}\s+{FIRST})(?!\w)", re.UNICODE
)
IBAN = re.compile(
    r"(?<!\w)[A-Z]{2}\d{2}(?:[ .-]?[A-Z0-9]{4}){2,7}(?:[ .-]?\w{1,3})?(?!\w)"
)
NATIONAL = re.compile(r"(?<!\d)\d{2}[. ]?\d{2}[. ]?\d{2}[- .]?\d{3}[. -]?\d{2}(?!\d)")
PHONE = re.compile(
    r"(?<![\d.,])(?:(?:\+|00)\s?32\s?(?:\(0\)\s?)?|0)[1-9](?:[ ./-]{0,3}\d){7,8}(?!\d)"
)
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
#: Words in capitals that are nobody's name.
ACRONYMS = frozenset(
    {"CDLD", "CPAS", "RGPD", "TVA", "ASBL", "SPW", "UVCW", "CODT", "BIC", "IBAN"}
    | {"AIDE", "INASTI", "ONSS", "ONEM", "FOREM", "SNCB", "ORES", "RESA", "IMIO"}
    | {"PCDR", "CCATM", "SWDE", "SPGE", "TEC", "PST", "ROI", "ARTICLE", "CONSEIL"}
    | {"COLLEGE", "COLLÈGE", "COMMUNE", "DECIDE", "DÉCIDE", "VU", "CONSIDÉRANT"}
)


def fragments(text: str, public_names: Iterable[str] = ()) -> list[Fragment]:
    """What looks like personal data, in order of reading, each once.

    :param text: plain text, marked words already left out.
    :param public_names: names published as they are: those of elected people.
    """
    known = {_plain(name) for name in public_names}
    found = [*_numbers(text), *_names(text, known)]
    found.sort(key=lambda one: one[0])
    return list(dict.fromkeys(fragment for _position, fragment in found))


def _numbers(text: str) -> Iterable[tuple[int, Fragment]]:
    for match in EMAIL.finditer(text):
        yield match.start(), Fragment(Kind.EMAIL, match[0])
    for match in IBAN.finditer(text):
        if is_iban(match[0]):
            yield match.start(), Fragment(Kind.IBAN, match[0])
    taken = []
    for match in NATIONAL.finditer(text):
        if is_national_number(match[0]):
            taken.append(match.span())
            yield match.start(), Fragment(Kind.NATIONAL_NUMBER, match[0])
    for match in PHONE.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            yield match.start(), Fragment(Kind.PHONE, match[0])


def _names(text: str, known: set[str]) -> Iterable[tuple[int, Fragment]]:
    for match in AFTER_CIVILITY.finditer(text):
        if not _is_known(match[1], known):
            yield match.start(1), Fragment(Kind.NAME, match[1])
    for match in IN_CAPITALS.finditer(text):
        if ACRONYMS & set(match[0].split()) or _is_known(match[0], known):
            continue
        yield match.start(), Fragment(Kind.NAME, match[0])


def is_iban(words: str) -> bool:
    """Whether the key of an account number is right (ISO 13616)."""
    number = re.sub(r"[^A-Z0-9]", "", words)
    if not 15 <= len(number) <= 34:
        return False
    moved = number[4:] + number[:4]
    return int("".join(str(int(sign, 36)) for sign in moved)) % 97 == 1


def is_national_number(words: str) -> bool:
    """Whether the key of a national register number is right, in either century."""
    digits = re.sub(r"\D", "", words)
    body, key = digits[:9], int(digits[9:])
    return any(97 - int(prefix + body) % 97 == key for prefix in ("", "2"))


def _is_known(words: str, known: set[str]) -> bool:
    asked = set(_plain(words).split())
    return any(asked <= set(name.split()) for name in known)


def _plain(name: str) -> str:
    return " ".join(re.sub(r"[^\w\s-]", " ", name).casefold().split())

"""Observations on minutes and what becomes of them (CDLD L1122-16).

A member may object to the wording of the minutes of the sitting before; what is found
right is corrected in the text, and every observation stays in the record.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from html import escape
from imio.platform.deliberation.rules.violations import RuleViolation
import re


class Answer(StrEnum):
    """What became of an observation."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REFUSED = "refused"


@dataclass(frozen=True)
class Correction:
    """An observation on minutes.

    :param number: 1 for the first of the meeting.
    :param author: name and office of who made it.
    :param made_at: instant as ISO text.
    :param item: UID of the point; empty for the minutes as a whole.
    :param before: passage to change; empty where the observation is a note.
    :param after: what it becomes; empty takes the passage out.
    :param reply: why it was refused, or what was answered.
    """

    number: int
    author: str
    made_at: str
    item: str = ""
    point: str = ""
    before: str = ""
    after: str = ""
    note: str = ""
    answer: Answer = Answer.OPEN
    reply: str = ""
    settled_at: str = ""

    @property
    def is_open(self) -> bool:
        return self.answer is Answer.OPEN


TAG = re.compile(r"(<[^>]*>)")
SPACE = r"(?:\s|&nbsp;|\xa0)+"
APOSTROPHE = "(?:'|’|&#39;|&rsquo;)"


def occurrences(html: str, passage: str) -> int:
    """How many times a passage stands in the text of ``html``, tags left aside."""
    pattern = _pattern(passage)
    return sum(len(pattern.findall(part)) for part in _texts(html))


def corrected(html: str, before: str, after: str) -> str:
    """``html`` with the one passage replaced.

    :raises RuleViolation: ``passage_missing`` or ``passage_twice``.
    """
    found = occurrences(html, before)
    if found != 1:
        code = "passage_missing" if found == 0 else "passage_twice"
        raise RuleViolation(code, "before", number=found)
    pattern, words = _pattern(before), escape(after, quote=False)
    parts = TAG.split(html)
    return "".join(
        part if part.startswith("<") else pattern.sub(lambda _match: words, part)
        for part in parts
    )


def sentence(one: Correction) -> str:
    """The observation as minutes tell it."""
    where = f" au point {one.point}" if one.point else ""
    told = f"Observation de {one.author}{where} : {_what(one)}"
    if one.answer is Answer.ACCEPTED:
        end = " Le procès-verbal est corrigé en ce sens."
        if not one.before:
            end = " Il en est tenu compte."
    elif one.answer is Answer.REFUSED:
        end = " L'observation n'est pas retenue."
    else:
        end = ""
    reply = f" {_stopped(one.reply)}" if one.reply else ""
    return f"{told}{end}{reply}"


def sentences(log: Sequence[Correction]) -> tuple[str, ...]:
    """The whole record, in order; what is still open is not printed."""
    return tuple(sentence(one) for one in log if not one.is_open)


def _what(one: Correction) -> str:
    said = _stopped(one.note) if one.note else ""
    if one.before and one.after:
        change = f"les mots « {one.before} » sont à remplacer par « {one.after} »."
    elif one.before:
        change = f"les mots « {one.before} » sont à supprimer."
    else:
        change = ""
    return " ".join(part for part in (change, said) if part)


def _stopped(text: str) -> str:
    """With one final stop, on one line."""
    words = " ".join(text.split())
    return words if words.endswith((".", "!", "?", "…")) else f"{words}."


def _texts(html: str) -> list[str]:
    return [part for part in TAG.split(html) if not part.startswith("<")]


def _pattern(passage: str) -> re.Pattern[str]:
    words = [_word(word) for word in passage.replace("\xa0", " ").split()]
    return re.compile(SPACE.join(words)) if words else re.compile(r"(?!)")


def _word(word: str) -> str:
    parts = re.split("['’]", word)
    return APOSTROPHE.join(re.escape(escape(part, quote=False)) for part in parts)

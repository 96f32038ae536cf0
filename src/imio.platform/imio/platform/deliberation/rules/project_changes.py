"""What changes in a project after it was put online (decree of 18 May 2022).

The public copy is what counts: a word masked later is a change too, an edit that
the public cannot see is none.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256


@dataclass(frozen=True)
class ProjectChange:
    """A change of a project that was online.

    :param at: aware instant, as ISO text.
    :param texts: names of the texts that changed.
    """

    at: str
    texts: tuple[str, ...]

    @property
    def moment(self) -> datetime:
        return datetime.fromisoformat(self.at)


def fingerprints(texts: Mapping[str, str]) -> dict[str, str]:
    """What tells a text from another, by name of the text."""
    return {name: sha256(text.encode()).hexdigest() for name, text in texts.items()}


def project_change(
    shown: Mapping[str, str], now: Mapping[str, str], moment: datetime
) -> ProjectChange | None:
    """The change between what was shown and what is; ``None`` where there is none.

    :param shown: fingerprints of the texts last shown.
    :param now: fingerprints of the texts as they are.
    """
    changed = tuple(name for name in now if shown.get(name) != now[name])
    if not changed:
        return None
    return ProjectChange(moment.isoformat(timespec="seconds"), changed)

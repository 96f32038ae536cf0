"""The last change made to an agenda by hand, so that it can be undone."""

from dataclasses import asdict
from dataclasses import dataclass
from imio.platform.core import clock
from imio.platform.deliberation.records import storage
from imio.platform.deliberation.records.agenda import token
from imio.platform.deliberation.rules.agenda import Agenda
from imio.platform.deliberation.rules.agenda import AgendaEntry
from plone import api

NAME = "agenda_undo"


@dataclass(frozen=True)
class LastChange:
    """What to go back to.

    :param entries: the agenda before the change.
    :param token: token of the agenda that the change made.
    :param who: id of the person.
    :param when: instant as ISO text.
    """

    entries: Agenda
    token: str
    who: str
    when: str


def last_change(meeting) -> LastChange | None:
    """The change to undo, or ``None``."""
    line = storage.read(meeting, NAME)
    if not line:
        return None
    entries = tuple(AgendaEntry(**entry) for entry in line["entries"])
    return LastChange(entries, line["token"], line["who"], line["when"])


def keep_change(meeting, former: Agenda) -> None:
    """Remember the agenda as it was before the change just saved."""
    storage.write(
        meeting,
        NAME,
        {
            "entries": tuple(asdict(entry) for entry in former),
            "token": token(meeting),
            "who": api.user.get_current().getId() or "",
            "when": clock.now().isoformat(timespec="seconds"),
        },
    )


def forget_change(meeting) -> None:
    """Nothing is left to undo."""
    storage.write(meeting, NAME, {})

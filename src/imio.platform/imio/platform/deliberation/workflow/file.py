"""A meeting's file as one member reads it: every point in order, with what is new."""

from dataclasses import dataclass
from datetime import datetime
from imio.platform.core import clock
from imio.platform.core.annexes.listing import annexes
from imio.platform.core.clock import BRUSSELS
from imio.platform.deliberation.records.notebook import mine
from imio.platform.deliberation.rules.visits import is_new
from imio.platform.deliberation.rules.visits import seen_from
from imio.platform.deliberation.rules.visits import visited
from imio.platform.deliberation.workflow.lookup import find_items
from imio.platform.deliberation.workflow.projection import AgendaLine
from imio.platform.deliberation.workflow.projection import lines
from plone import api


@dataclass(frozen=True)
class FileLine:
    """A line of the agenda, and where its reader stands with it.

    :param is_changed: it changed after it was marked as read.
    """

    line: AgendaLine
    url: str = ""
    annexes: int = 0
    is_read: bool = False
    is_changed: bool = False
    is_new: bool = False
    has_note: bool = False


@dataclass(frozen=True)
class Progress:
    """How far the reader is."""

    points: int
    read: int
    new: int


def file_lines(meeting) -> list[FileLine]:
    """The agenda for the present user, who is signed in."""
    notebook = mine()
    since = seen_from(notebook.visits(meeting.UID()), clock.now())
    noted = {note.item_uid for note in notebook.notes()}
    read = notebook.read_at()
    agenda = lines(meeting)
    items = find_items(line.uid for line in agenda if line.url)
    return [
        _file_line(line, items.get(line.uid), since, read.get(line.uid), noted)
        for line in agenda
    ]


def progress(found: list[FileLine]) -> Progress:
    """What is read and what is new among the points of a file."""
    points = [one for one in found if one.url]
    return Progress(
        points=len(points),
        read=sum(1 for one in points if one.is_read),
        new=sum(1 for one in points if one.is_new),
    )


def note_visit(meeting) -> None:
    """Remember that the present user reads the file now."""
    notebook = mine()
    uid = meeting.UID()
    notebook.save_visits(uid, visited(notebook.visits(uid), clock.now()))


def changed_at(item) -> datetime:
    """When the point last changed for its readers: its texts, its annexes, or its
    arrival among what they may read."""
    moments = [item.modified(), *(one.modified() for one in annexes(item))]
    workflow = api.portal.get_tool("portal_workflow")
    for chain in workflow.getChainFor(item):
        history = item.workflow_history.get(chain, ())
        moments.extend(event["time"] for event in history if event["action"])
    return max(moments).asdatetime().astimezone(BRUSSELS)


def _file_line(line, item, since, read_at, noted) -> FileLine:
    if item is None:
        return FileLine(line)
    changed = changed_at(item)
    return FileLine(
        line=line,
        url=f"{item.absolute_url()}/@@dossier",
        annexes=len(annexes(item)),
        is_read=read_at is not None and read_at >= changed,
        is_changed=read_at is not None and read_at < changed,
        is_new=is_new(changed, since),
        has_note=line.uid in noted,
    )

"""The order of an agenda: facts fetched for the rules of insertion."""

from imio.platform.core.organisation import directory
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.records.agenda import agenda
from imio.platform.deliberation.records.agenda import save_agenda
from imio.platform.deliberation.rules.agenda import AgendaEntry
from imio.platform.deliberation.rules.agenda import ITEM
from imio.platform.deliberation.rules.insertion import ItemFacts
from imio.platform.deliberation.rules.insertion import place
from imio.platform.deliberation.workflow.lookup import find_item
from plone import api

#: States of a meeting in which a new point is a late one.
LATE_STATES = ("convened", "in_session")


def service_ranks() -> dict[str, int]:
    """Place of each open service in the organisation's tree."""
    return {entry.uid: rank for rank, entry in enumerate(directory.services())}


def facts(item, list_type: str, ranks: dict[str, int]) -> ItemFacts:
    """What the criteria look at in a point."""
    return ItemFacts(
        uid=item.UID(),
        kind=item.kind,
        list_type=list_type,
        privacy=item.privacy,
        service_rank=ranks.get(item.proposing_service),
        title=item.title,
    )


def insert(meeting, item) -> None:
    """Put a point where the body's rules want it."""
    late = api.content.get_state(meeting) in LATE_STATES
    list_type = "late" if late else "normal"
    entries = list(agenda(meeting))
    ranks = service_ranks()
    found = place(
        facts(item, list_type, ranks),
        [_facts_of(entry, ranks) for entry in entries],
        body_of(meeting).rules().insertion,
    )
    entries.insert(found.index, AgendaEntry(item.UID(), list_type=list_type))
    save_agenda(meeting, entries)


def _facts_of(entry: AgendaEntry, ranks: dict[str, int]) -> ItemFacts | None:
    if entry.kind != ITEM or entry.level:
        return None
    item = find_item(entry.uid)
    return None if item is None else facts(item, entry.list_type, ranks)


def placement(meeting, uid: str, ranks: dict[str, int] | None = None):
    """Where the rules would put a point that is already there, and why."""
    ranks = service_ranks() if ranks is None else ranks
    entries = agenda(meeting)
    own = next(entry for entry in entries if entry.uid == uid)
    return place(
        facts(find_item(uid), own.list_type, ranks),
        [_facts_of(entry, ranks) for entry in entries if entry.uid != uid],
        body_of(meeting).rules().insertion,
    )

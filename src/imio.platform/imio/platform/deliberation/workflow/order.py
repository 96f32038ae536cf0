"""The order of an agenda: facts fetched for the rules of insertion."""

from collections.abc import Collection
from imio.platform.core.organisation import directory
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.records.agenda import agenda
from imio.platform.deliberation.records.agenda import save_agenda
from imio.platform.deliberation.rules.agenda import AgendaEntry
from imio.platform.deliberation.rules.agenda import ITEM
from imio.platform.deliberation.rules.insertion import ItemFacts
from imio.platform.deliberation.rules.insertion import place
from imio.platform.deliberation.rules.insertion import placements
from imio.platform.deliberation.rules.late_points import COUNCILLOR
from imio.platform.deliberation.workflow.categories import category_ranks
from imio.platform.deliberation.workflow.late_points import LATE_STATES
from imio.platform.deliberation.workflow.lookup import find_items
from imio.platform.deliberation.workflow.requested import pinned_requesters
from plone import api


def ranks_in(body) -> dict[str, int]:
    """Place of each open service in the organisation's tree, of each category."""
    services = {entry.uid: rank for rank, entry in enumerate(directory.services())}
    return services | category_ranks(body)


def facts(
    uid: str,
    item,
    list_type: str,
    ranks: dict[str, int],
    requesters: Collection[str] = (),
) -> ItemFacts:
    """What the criteria look at in a point.

    :param requesters: mandates of those who had the meeting called.
    """
    is_requested = item.origin == COUNCILLOR and item.proposed_by in requesters
    return ItemFacts(
        uid=uid,
        kind=item.kind,
        list_type=list_type,
        privacy=item.privacy,
        service_rank=ranks.get(item.proposing_service),
        category_rank=ranks.get(item.category),
        title=item.title,
        # One that comes after the convocation keeps the place of the late ones.
        is_requested=is_requested and list_type == "normal",
    )


def insert(meeting, item) -> None:
    """Put a point where the body's rules want it."""
    late = api.content.get_state(meeting) in LATE_STATES
    list_type = "late" if late else "normal"
    entries = list(agenda(meeting))
    ranks = ranks_in(body_of(meeting))
    requesters = pinned_requesters(meeting)
    items = find_items(entry.uid for entry in entries)
    found = place(
        facts(item.UID(), item, list_type, ranks, requesters),
        [_facts_of(entry, ranks, items, requesters) for entry in entries],
        body_of(meeting).rules().insertion,
    )
    entries.insert(found.index, AgendaEntry(item.UID(), list_type=list_type))
    save_agenda(meeting, entries)


def _facts_of(
    entry: AgendaEntry,
    ranks: dict[str, int],
    items: dict,
    requesters: Collection[str],
) -> ItemFacts | None:
    if entry.kind != ITEM or entry.level:
        return None
    item = items.get(entry.uid)
    if item is None:
        return None
    return facts(entry.uid, item, entry.list_type, ranks, requesters)


def facts_of(
    entries, ranks: dict[str, int], requesters: Collection[str] = ()
) -> dict[str, ItemFacts]:
    """Facts of each point by uid; one that is gone sorts last."""
    found = {}
    items = find_items(entry.uid for entry in entries)
    for entry in entries:
        if entry.kind == ITEM:
            item = items.get(entry.uid)
            found[entry.uid] = (
                ItemFacts(entry.uid)
                if item is None
                else facts(entry.uid, item, entry.list_type, ranks, requesters)
            )
    return found


def all_placements(meeting, ranks: dict[str, int]) -> dict:
    """Where the rules would put each point, and why, by uid."""
    entries = agenda(meeting)
    requesters = pinned_requesters(meeting)
    items = find_items(entry.uid for entry in entries)
    found = placements(
        [_facts_of(entry, ranks, items, requesters) for entry in entries],
        body_of(meeting).rules().insertion,
    )
    return {e.uid: p for e, p in zip(entries, found, strict=True) if p is not None}

"""Points that wait for the reader's own hand, found in the catalog."""

from imio.platform.deliberation.browser.points.reader import Reader
from imio.platform.deliberation.content.advice import advice_clock
from plone import api

#: States of a point whose advices still serve.
UNDECIDED = ("draft", "in_validation", "returned", "validated", "on_agenda", "frozen")
#: The adviser's turn; an incomplete file is its service's.
AWAITED = ("requested", "in_preparation")


def to_validate(reader: Reader) -> list[str]:
    """UIDs of the points at a level that the reader holds."""
    found = []
    for level_id, services in reader.levels:
        query = {"proposing_service": services} if services else {}
        found += _find(
            reader,
            portal_type="AgendaItem",
            review_state="in_validation",
            item_level=level_id,
            **query,
        )
    return [brain.UID for brain in found]


def to_advise(reader: Reader) -> list[str]:
    """UIDs of the undecided points on which the reader's services still may advise.

    Only the advices awaited on these are woken, to read their clocks.
    """
    advices = _find(
        reader,
        portal_type="Advice",
        review_state=list(AWAITED),
        advice_service=reader.advises_for,
    )
    if not advices:
        return []
    points = {
        brain.getPath(): brain.UID
        for brain in _find(
            reader, portal_type="AgendaItem", review_state=list(UNDECIDED)
        )
    }
    found = []
    for brain in advices:
        uid = points.get(brain.getPath().rpartition("/")[0])
        if uid and not advice_clock(brain.getObject()).is_lapsed:
            found.append(uid)
    return found


def _find(reader: Reader, **query):
    return api.content.find(context=reader.body, **query)

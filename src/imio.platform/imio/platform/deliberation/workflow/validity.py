"""From when to when a published text binds, from its records and its successor's."""

from datetime import date
from imio.platform.core.clock import BRUSSELS
from imio.platform.deliberation.records.publications import versions
from imio.platform.deliberation.rules.validity import Validity
from imio.platform.deliberation.rules.validity import validity
from plone import api
from plone.app.uuid.utils import uuidToObject

ENDED = ("superseded", "archived")


def validity_of(publication) -> Validity | None:
    """The days on which it binds; ``None`` for what is not online."""
    state = api.content.get_state(publication)
    published = versions(publication)
    if not published or state not in ("published", *ENDED):
        return None
    return validity(
        published[0].binding_day,
        _replaced(publication),
        _ended(publication) if state in ENDED else None,
    )


def _replaced(publication) -> date | None:
    """The day the text that replaces it binds, while that one is online."""
    successor = uuidToObject(publication.superseded_by or "", unrestricted=True)
    found = versions(successor) if successor is not None else ()
    return found[0].binding_day if found else None


def _ended(publication) -> date | None:
    """The day of the transition that ended it."""
    for events in publication.workflow_history.values():
        for event in reversed(events):
            if event["action"] in ("supersede", "archive"):
                return event["time"].asdatetime().astimezone(BRUSSELS).date()
    return None

"""Whose hand saved what on the session page, when two secretaries type."""

from imio.platform.core import clock
from imio.platform.deliberation.content.meeting import storable
from imio.platform.deliberation.records.sitting import Hand
from imio.platform.deliberation.records.sitting import hand
from imio.platform.deliberation.records.sitting import save_hand
from imio.platform.deliberation.rules.french_dates import hour
from plone import api

#: Parts whose instant is kept; that of a vote could betray a voter.
TIMED = ("presence", "decision")


def sign(meeting, item_uid: str, part: str) -> None:
    """Note that the present user saved a part of a point."""
    user_id = api.user.get_current().getId() or ""
    at = storable(clock.now()) if part in TIMED else None
    save_hand(meeting, item_uid, part, Hand(user_id, at))


def signature(meeting, item_uid: str, part: str) -> tuple[str, str]:
    """Name of who saved a part last, and at which hour where it is kept."""
    found = hand(meeting, item_uid, part)
    if found is None:
        return "", ""
    user = api.user.get(userid=found.user_id)
    name = (user and user.getProperty("fullname")) or found.user_id
    return name, hour(found.at.time()) if found.at else ""

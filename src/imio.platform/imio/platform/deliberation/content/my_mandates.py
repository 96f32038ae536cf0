"""The present user as an elected member: the bodies, and the mandate on a day."""

from imio.platform.core import clock
from imio.platform.core.rules.mandate import MandateRecord
from imio.platform.deliberation.content.officials import members
from imio.platform.deliberation.content.officials import members_of
from plone import api


def my_bodies() -> list[tuple]:
    """Bodies of which the present user is a member today, with the mandate."""
    user_id = _me()
    if not user_id:
        return []
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="DeliberativeBody", sort_on="sortable_title"
    )
    found = []
    for brain in brains:
        body = brain._unrestrictedGetObject()
        mandate = _held_by(user_id, members(body, clock.today()))
        if mandate is not None:
            found.append((body, mandate))
    return found


def my_mandate(meeting) -> MandateRecord | None:
    """The mandate by which the present user is a member on the meeting's day."""
    user_id = _me()
    return _held_by(user_id, members_of(meeting)) if user_id else None


def _held_by(user_id: str, mandates: list[MandateRecord]) -> MandateRecord | None:
    return next((one for one in mandates if one.user_id == user_id), None)


def _me() -> str:
    return "" if api.user.is_anonymous() else api.user.get_current().getId()

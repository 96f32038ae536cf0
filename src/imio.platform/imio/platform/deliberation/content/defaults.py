"""What a form proposes first."""

from datetime import datetime
from datetime import time
from datetime import timedelta
from imio.platform.core import clock
from imio.platform.core.organisation import directory
from imio.platform.deliberation.rules.presets import COLLEGE
from plone import api
from zope.interface import provider
from zope.schema.interfaces import IContextAwareDefaultFactory

#: Functions that let a person draft points for a service.
AUTHOR_FUNCTIONS = ("agent", "editor", "manager")


def levels() -> list[str]:
    """The preset's levels."""
    return list(COLLEGE.levels)


def next_evening() -> datetime:
    """Ten days from now, in the evening: a date that the law accepts."""
    day = clock.today() + timedelta(days=10)
    return datetime.combine(day, time(20), tzinfo=clock.BRUSSELS)


@provider(IContextAwareDefaultFactory)
def place(context) -> str | None:
    """The usual place of the body in which a meeting is being added."""
    # A meeting without a place asks for its own default: never ask it back.
    is_body = getattr(context, "portal_type", "") == "DeliberativeBody"
    return context.place if is_body else None


@provider(IContextAwareDefaultFactory)
def proposing_service(context) -> str | None:
    """The first service for which the person drafts."""
    mine = author_services()
    return mine[0] if mine else None


def author_services() -> list[str]:
    """UIDs of the services for which the present person drafts."""
    user_id = api.user.get_current().getId()
    if not user_id:
        return []
    found: dict[str, None] = {}
    for function in AUTHOR_FUNCTIONS:
        found.update(dict.fromkeys(directory.services_of(user_id, function)))
    return list(found)

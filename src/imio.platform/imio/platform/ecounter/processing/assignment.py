"""Giving a request to a colleague."""

from imio.platform.core.organisation.membership import full_name
from imio.platform.core.organisation.membership import members
from imio.platform.ecounter.content.request import AGENT
from imio.platform.ecounter.errors import UnknownAgent
from imio.platform.i18n import _
from plone import api


def colleagues(request) -> list[tuple[str, str]]:
    """Those who may treat the request: id and name, in order of name."""
    if not request.service_uid:
        return []
    ids = dict.fromkeys(
        [
            *members(request.service_uid, "agent"),
            *members(request.service_uid, "manager"),
        ]
    )
    return [(user_id, full_name(user_id)) for user_id in ids]


def assign(request, user_id: str) -> None:
    """Give the request to an agent of its service, or to nobody with an empty id.

    :raises UnknownAgent: the person does not treat requests of this service.
    """
    if user_id and user_id not in dict(colleagues(request)):
        raise UnknownAgent(
            _("Cette personne ne traite pas les demandes de ce service.")
        )
    if request.assignee == user_id:
        return
    request.assignee = user_id
    actor = api.user.get_current().getId()
    request.note("assign", actor, full_name(user_id) if user_id else "", AGENT)
    request.reindexObject(idxs=["request_assignee"])

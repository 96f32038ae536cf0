"""@notifications: what I want to be told by mail."""

from imio.platform.core.notifications.choices import choice
from imio.platform.core.notifications.choices import choose
from imio.platform.core.notifications.choices import kinds
from imio.platform.core.notifications.interfaces import IMMEDIATE
from imio.platform.core.notifications.interfaces import NONE
from plone import api
from plone.restapi.deserializer import json_body
from plone.restapi.services import Service
from zope.i18n import translate


def own_choices(context, request) -> dict:
    """The present person's choices, by kind."""
    user_id = api.user.get_current().getId()
    return {
        "@id": f"{context.absolute_url()}/@notifications",
        "items": [
            {
                "name": kind.name,
                "title": translate(kind.title, context=request),
                "description": translate(kind.description, context=request),
                "choice": choice(user_id, kind),
                "default": kind.default,
            }
            for kind in kinds()
        ],
    }


class NotificationsGet(Service):
    """GET @notifications"""

    def reply(self):
        return own_choices(self.context, self.request)


class NotificationsPatch(Service):
    """PATCH @notifications: ``{"choices": {"ecounter.assigned": "none"}}``"""

    def reply(self):
        choices = json_body(self.request).get("choices")
        known = {kind.name for kind in kinds()}
        if not isinstance(choices, dict) or any(
            name not in known or value not in (IMMEDIATE, NONE)
            for name, value in choices.items()
        ):
            self.request.response.setStatus(400)
            message = (
                "« choices » doit associer à des notifications existantes "
                f"« {IMMEDIATE} » ou « {NONE} »."
            )
            return {"error": {"type": "BadRequest", "message": message}}
        choose(api.user.get_current().getId(), choices)
        return own_choices(self.context, self.request)

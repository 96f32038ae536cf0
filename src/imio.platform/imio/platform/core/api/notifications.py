"""@notifications: what I want to be told by mail."""

from imio.platform.core.api.problem import problem
from imio.platform.core.errors import PlatformError
from imio.platform.core.notifications.choices import choice
from imio.platform.core.notifications.choices import choose
from imio.platform.core.notifications.choices import kinds
from imio.platform.core.notifications.interfaces import IMMEDIATE
from imio.platform.core.notifications.interfaces import NONE
from imio.platform.i18n import _
from plone import api
from plone.restapi.deserializer import json_body
from plone.restapi.services import Service
from typing import Any
from zope.i18n import translate


class ChoiceRefused(PlatformError):
    """A choice that cannot be kept."""

    def __init__(self, message: str, name: str = ""):
        super().__init__(message)
        self.field = f"choices.{name}" if name else "choices"


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
        try:
            _check(choices)
        except ChoiceRefused as error:
            return problem(error, self.request)
        choose(api.user.get_current().getId(), choices)
        return own_choices(self.context, self.request)


def _check(choices: Any) -> None:
    """:raises ChoiceRefused: with the name of what is wrong."""
    if not isinstance(choices, dict):
        raise ChoiceRefused(
            _("Donnez « choices », un objet qui associe des notifications à un choix.")
        )
    known = {kind.name for kind in kinds()}
    for name, value in choices.items():
        if name not in known:
            raise ChoiceRefused(
                _("La notification « ${name} » n'existe pas.", mapping={"name": name}),
                name,
            )
        if value not in (IMMEDIATE, NONE):
            raise ChoiceRefused(
                _(
                    "Le choix de « ${name} » est « ${first} » ou « ${second} ».",
                    mapping={"name": name, "first": IMMEDIATE, "second": NONE},
                ),
                name,
            )

"""What each person chose, kept on the site."""

from BTrees.OOBTree import OOBTree
from collections.abc import Mapping
from imio.platform.core.notifications.interfaces import IMMEDIATE
from imio.platform.core.notifications.interfaces import INotificationKind
from imio.platform.core.notifications.interfaces import NONE
from plone import api
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtilitiesFor

KEY = "imio.platform.notifications"


def kinds() -> list[INotificationKind]:
    """Kinds declared by the installed code, by name."""
    return [kind for _name, kind in sorted(getUtilitiesFor(INotificationKind))]


def choice(user_id: str, kind: INotificationKind) -> str:
    """``"immediate"`` or ``"none"``: what the person chose, or the default."""
    return _stored().get(user_id, {}).get(kind.name, kind.default)


def choose(user_id: str, choices: Mapping[str, str]) -> None:
    """Keep a person's choices, by name of kind.

    :raises ValueError: a choice is neither ``"immediate"`` nor ``"none"``.
    """
    for value in choices.values():
        if value not in (IMMEDIATE, NONE):
            raise ValueError(value)
    annotations = IAnnotations(api.portal.get())
    if KEY not in annotations:
        annotations[KEY] = OOBTree()
    # A new dictionary: the tree's key is the unit of change.
    annotations[KEY][user_id] = {**_stored().get(user_id, {}), **choices}


def forget_all() -> None:
    """Forget everybody's choices: the add-on is removed."""
    IAnnotations(api.portal.get()).pop(KEY, None)


def _stored() -> Mapping[str, Mapping[str, str]]:
    return IAnnotations(api.portal.get()).get(KEY, {})

"""Kinds of notification."""

from dataclasses import dataclass
from zope.interface import Attribute
from zope.interface import implementer
from zope.interface import Interface

IMMEDIATE = "immediate"
NONE = "none"


class INotificationKind(Interface):
    """Utility named after itself: something a person may want to be told."""

    name = Attribute("Stable id, such as 'ecounter.assigned'")
    title = Attribute("What happened, translatable, as the person reads it")
    description = Attribute("One more sentence, translatable, or empty")
    default = Attribute("'immediate' or 'none', for who has not chosen")


@implementer(INotificationKind)
@dataclass(frozen=True)
class NotificationKind:
    """A kind of notification."""

    name: str
    title: str
    description: str = ""
    default: str = IMMEDIATE

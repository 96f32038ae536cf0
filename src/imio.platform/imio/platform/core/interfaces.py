"""What core offers the add-ons, and what they offer core.

Add-ons never import each other: whatever crosses between them is declared here
and the receiving add-on registers the adapter.
"""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from typing import Any
from zope.interface import Attribute
from zope.interface import Interface
from zope.publisher.interfaces.browser import IDefaultBrowserLayer


class ICoreLayer(IDefaultBrowserLayer):
    """Browser layer: active where the core add-on is installed."""


class IClock(Interface):
    """Utility that tells the time, so that tests and imports can set it."""

    def now() -> datetime:
        """The present instant, aware, in Europe/Brussels."""


class IComputedRoles(Interface):
    """Marker: local roles of this object come from an ``IRolePolicy``."""


class IRolePolicy(Interface):
    """Adapter of an ``IComputedRoles`` object: who has which role on it, now.

    Computed from the object's state, service and level; nothing is stored.
    """

    def roles() -> Mapping[str, Iterable[str]]:
        """Roles by principal id (a user, or a group such as a service's agents)."""


@dataclass(frozen=True)
class Verdict:
    """What a guard answers: yes, or no with the reason.

    ``reason`` is a translatable sentence for the person who is refused.
    """

    allowed: bool
    reason: str = ""

    def __bool__(self) -> bool:
        return self.allowed


ALLOWED = Verdict(True)


def refused(reason: str) -> Verdict:
    """A refusal with its ``reason``, a translatable sentence."""
    return Verdict(False, reason)


class IGuard(Interface):
    """Adapter of a content object, named after a transition or an action."""

    def __call__() -> Verdict:
        """Whether the action may happen now, and if not, why."""


@dataclass(frozen=True)
class WorkItem:
    """One thing that waits for a person.

    ``due`` is the day it should be done by, ``state`` what is read beside it.
    """

    title: str
    url: str
    state: str = ""
    since: datetime | None = None
    due: date | None = None


class IWorkSource(Interface):
    """Subscription adapter (site, request): what waits for the present user."""

    title = Attribute("Heading of the list, translatable")
    url = Attribute("Address of the full listing, or an empty string")

    def items() -> Iterable[WorkItem]:
        """Most pressing first; at most a few dozen."""


@dataclass(frozen=True)
class MailDelivered:
    """Event: the mail server took a mail that was sent with ``about``.

    :ivar about: what the sender of the mail wrote to know it again.
    :ivar at: the instant, aware.
    """

    about: str
    to: tuple[str, ...]
    at: datetime


class IServiceUse(Interface):
    """Subscription adapter of a ``Service``: what of an add-on depends on it."""

    def reason() -> str:
        """Why the service may not be removed, translatable; empty when it may."""


class IStartContent(Interface):
    """Utility named after an add-on: loads a commune's start content.

    A commune's profile may hold ``content/<addon>.json``; the add-on reads its
    own file. Loading twice changes nothing the first time created.
    """

    order = Attribute("Rank among the add-ons: core is 0")

    def load(site: Any, data: Mapping[str, Any], folder: str) -> None:
        """Create what ``data`` describes; files it names lie in ``folder``."""

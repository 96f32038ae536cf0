"""@@mon-travail: one page for everything that waits for me."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from imio.platform.core.browser.titles.interfaces import ITitledPage
from imio.platform.core.clock import BRUSSELS
from imio.platform.core.clock import today
from imio.platform.core.interfaces import IWorkSource
from imio.platform.core.interfaces import WorkItem
from imio.platform.i18n import _
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from ZODB.POSException import ConflictError
from zope.component import subscribers
from zope.interface import implementer
import logging

logger = logging.getLogger(__name__)

EDITORIAL_ROLES = {"Manager", "Site Administrator", "Editor", "Reviewer"}


@dataclass(frozen=True)
class WorkLine:
    """One thing that waits, as read on ``day``."""

    item: WorkItem
    day: date

    @property
    def is_late(self) -> bool:
        return self.item.due is not None and self.item.due < self.day

    @property
    def is_due_today(self) -> bool:
        return self.item.due == self.day

    @property
    def due(self) -> str:
        return f"{self.item.due:%d/%m/%Y}" if self.item.due else ""

    @property
    def since(self) -> str:
        since = self.item.since
        if since is None:
            return ""
        return f"{since.astimezone(BRUSSELS) if since.tzinfo else since:%d/%m/%Y}"


@dataclass(frozen=True)
class WorkGroup:
    """What waits from one source."""

    title: str
    url: str
    lines: tuple[WorkLine, ...]


@implementer(ITitledPage)
class MyWork(BrowserView):
    """Asks every source; one that fails hides nothing of the others."""

    title = _("Mon travail")
    template = ViewPageTemplateFile("work.pt")
    is_incomplete = False

    def __call__(self):
        self.request.response.setHeader("Cache-Control", "private, no-store")
        return self.template()

    @cached_property
    def groups(self) -> list[WorkGroup]:
        """Groups that hold something, the one with the most late things first."""
        groups = [self._group(source) for source in self._sources()]
        filled = [group for group in groups if group is not None and group.lines]
        return sorted(filled, key=lambda group: -_late(group.lines))

    def is_offered(self) -> bool:
        """Whether the link to this page is of use to the present person.

        A citizen's account holds no function: nothing ever waits for it here.
        """
        if api.user.is_anonymous():
            return False
        user = api.user.get_current()
        return bool(
            EDITORIAL_ROLES & set(user.getRoles())
            or set(user.getGroups()) - {"AuthenticatedUsers"}
        )

    @property
    def number(self) -> int:
        return sum(len(group.lines) for group in self.groups)

    @property
    def late_number(self) -> int:
        return sum(_late(group.lines) for group in self.groups)

    def _sources(self):
        return subscribers((api.portal.get(), self.request), IWorkSource)

    def _group(self, source) -> WorkGroup | None:
        day = today()
        try:
            lines = tuple(WorkLine(item, day) for item in source.items())
        except ConflictError:
            raise
        except Exception:
            logger.exception("The work source %r failed", source)
            self.is_incomplete = True
            return None
        return WorkGroup(source.title, source.url, lines)


def _late(lines) -> int:
    return sum(1 for line in lines if line.is_late)

"""A regulation: what binds, since when, and the proof of its publication."""

from dataclasses import dataclass
from functools import cached_property
from imio.platform.core import clock
from imio.platform.core.clock import BRUSSELS
from imio.platform.deliberation.content.vocabularies import DOCUMENT_TYPES
from imio.platform.deliberation.records.publications import versions
from imio.platform.deliberation.rules.french_dates import full_date
from imio.platform.deliberation.rules.french_dates import hour
from imio.platform.deliberation.rules.french_dates import long_date
from imio.platform.deliberation.rules.publication import Version
from imio.platform.deliberation.workflow.projection import state_title
from imio.platform.deliberation.workflow.publishing import READABLE
from plone import api
from plone.app.uuid.utils import uuidToObject
from Products.Five.browser import BrowserView

MANAGE = "imio.platform.deliberation: Manage publications"


@dataclass(frozen=True)
class VersionLine:
    """A version as people read it."""

    number: int
    url: str
    filename: str
    published: str
    binding: str
    is_binding: bool
    kilobytes: int
    sha256: str
    reason: str


class PublicationView(BrowserView):
    """Also what the notice tells."""

    @cached_property
    def state(self) -> str:
        return api.content.get_state(self.context)

    @property
    def state_title(self) -> str:
        return state_title(self.context)

    @property
    def document_type(self) -> str:
        return DOCUMENT_TYPES.get(self.context.document_type, "")

    @property
    def adopted(self) -> str:
        day = self.context.adopted_on
        return long_date(day) if day else ""

    @property
    def supervision(self) -> str:
        """The supervisory decision with its date."""
        decision, day = (
            self.context.supervisory_decision,
            self.context.supervisory_date,
        )
        if not decision:
            return ""
        return f"{decision}, le {long_date(day)}" if day else decision

    @property
    def is_withdrawn(self) -> bool:
        return self.state == "unpublished"

    @property
    def may_manage(self) -> bool:
        return bool(api.user.has_permission(MANAGE, obj=self.context))

    @cached_property
    def lines(self) -> list[VersionLine]:
        """The versions that the reader may open, the latest first."""
        if self.state not in READABLE:
            return []
        base = self.context.absolute_url()
        return [line(one, base) for one in reversed(versions(self.context))]

    @property
    def current(self) -> VersionLine | None:
        return self.lines[0] if self.lines else None

    @property
    def earlier(self) -> list[VersionLine]:
        return self.lines[1:]

    @property
    def draft_file(self):
        """The file waiting, for those who prepare it."""
        return self.context.file if self.state not in READABLE else None

    @property
    def decision(self) -> dict | None:
        """The deliberation that adopted it, for who may read it."""
        return _readable(self.context.decided_by)

    @property
    def successor(self) -> dict | None:
        """The text that replaced it, for who may read it."""
        return _readable(self.context.superseded_by)


def _readable(uid: str | None) -> dict | None:
    """Title and address of what the reader may see, by uid."""
    found = uuidToObject(uid or "", unrestricted=True)
    if found is None or not api.user.has_permission("View", obj=found):
        return None
    return {"title": found.title, "url": found.absolute_url()}


def line(version: Version, base: str) -> VersionLine:
    moment = version.published.astimezone(BRUSSELS)
    return VersionLine(
        number=version.number,
        url=f"{base}/@@version?number={version.number}",
        filename=version.filename,
        published=f"{full_date(moment.date())} à {hour(moment.time())}",
        binding=long_date(version.binding_day),
        is_binding=version.binding_day <= clock.today(),
        kilobytes=-(-version.size // 1024),
        sha256=version.sha256,
        reason=version.reason,
    )

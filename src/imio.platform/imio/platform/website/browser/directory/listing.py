"""The directory: services with what they do, how to reach them, and when."""

from dataclasses import dataclass
from imio.platform.core.clock import now
from imio.platform.core.organisation import directory
from imio.platform.website.browser.hours.opening import Opening
from imio.platform.website.browser.hours.opening import opening_of
from imio.platform.website.content.hours import commune_holidays
from imio.platform.website.rules.matching import matches
from plone import api
from Products.Five.browser import BrowserView

#: A query longer than a name is cut.
MAX_QUERY = 100


@dataclass(frozen=True)
class Entry:
    """A service in the directory."""

    title: str
    description: str
    url: str
    depth: int
    phone: str
    email: str
    opening: Opening


class DirectoryView(BrowserView):
    """Services in the order of the organisation, found by name."""

    @property
    def query(self) -> str:
        return str(self.request.form.get("nom", "")).strip()[:MAX_QUERY]

    def entries(self) -> list[Entry]:
        at, holidays = now(), commune_holidays()
        path = "/".join(self.context.getPhysicalPath())
        return [
            _entry(service, line.depth, at, holidays)
            for line in directory.services()
            if line.path.startswith(f"{path}/")
            and (service := _visible(line.uid)) is not None
            and self._is_asked_for(service)
        ]

    def _is_asked_for(self, service) -> bool:
        names = (service.title, service.description, service.short_name or "")
        return matches(self.query, " ".join(names))


def _visible(uid: str):
    service = directory.service(uid)
    if service is None or not api.user.has_permission("View", obj=service):
        return None
    return service


def _entry(service, depth, at, holidays) -> Entry:
    return Entry(
        title=service.title,
        description=service.description or "",
        url=service.absolute_url(),
        depth=depth,
        phone=getattr(service, "phone", None) or "",
        email=getattr(service, "email", None) or "",
        opening=opening_of(service, at, holidays),
    )

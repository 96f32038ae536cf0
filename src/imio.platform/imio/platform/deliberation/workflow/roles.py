"""Who has which role on a body and on its points, from state, service and level."""

from imio.platform.core import clock
from imio.platform.core.interfaces import IRolePolicy
from imio.platform.core.organisation import directory
from imio.platform.core.organisation.groups import group_id
from imio.platform.deliberation.content.defaults import AUTHOR_FUNCTIONS
from imio.platform.deliberation.content.interfaces import IAgendaItem
from imio.platform.deliberation.content.interfaces import IDeliberativeBody
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.officials import members
from imio.platform.deliberation.rules.levels import parse
from imio.platform.deliberation.rules.levels import SECRETARIAT
from plone import api
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.globalrequest import getRequest
from zope.interface import implementer

AGENDA_MANAGER = "Agenda Manager"
AUTHOR = "Agenda Item Author"
EDITOR = "Agenda Item Editor"
REVIEWER = "Agenda Item Reviewer"
MANDATARY = "Mandatary"
READER = "Reader"

SECRETARIAT_FUNCTIONS = ("agent", "editor", "manager")
#: In the service that is asked for its advice; a head without adviser answers.
ADVISER_FUNCTIONS = ("adviser", "manager")
READING_FUNCTIONS = ("manager", "reviewer", "reader")

CACHE_KEY = "imio.platform.deliberation.body_roles"


@implementer(IRolePolicy)
@adapter(IDeliberativeBody)
class BodyRolePolicy:
    """On a body, acquired by its meetings and points: secretariat, members, authors."""

    def __init__(self, context):
        self.context = context

    def roles(self) -> dict[str, set[str]]:
        return _once_per_request(self.context, self._roles)

    def _roles(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for service in directory.services():
            for function in AUTHOR_FUNCTIONS:
                _give(found, group_id(service.uid, function), AUTHOR)
        if self.context.secretariat:
            for function in SECRETARIAT_FUNCTIONS:
                group = group_id(self.context.secretariat, function)
                _give(found, group, AGENDA_MANAGER)
        for mandate in members(self.context, clock.today()):
            if mandate.user_id:
                _give(found, mandate.user_id, MANDATARY)
        return found


@implementer(IRolePolicy)
@adapter(IAgendaItem)
class ItemRolePolicy:
    """On a point: its service, and who validates it now."""

    def __init__(self, context):
        self.context = context

    def roles(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        service = self.context.proposing_service
        if service:
            for function in AUTHOR_FUNCTIONS:
                _give(found, group_id(service, function), EDITOR)
            for function in READING_FUNCTIONS:
                _give(found, group_id(service, function), READER)
        for asked in self.context.asked_services:
            for function in ADVISER_FUNCTIONS:
                _give(found, group_id(asked, function), READER)
        group = level_group(self.context, self.context.level)
        if group:
            _give(found, group, REVIEWER)
        return found


def level_group(item, level_id: str) -> str:
    """Group of those who hold a validation level for this point, or an empty string."""
    if not level_id:
        return ""
    level = parse(level_id)
    if level.scope == SECRETARIAT:
        body = body_of(item)
        service = body.secretariat if body is not None else ""
    else:
        service = item.proposing_service
    return group_id(service, level.function) if service else ""


def _give(found: dict[str, set[str]], principal: str, role: str) -> None:
    found.setdefault(principal, set()).add(role)


def _once_per_request(body, compute):
    """The result of ``compute`` while the request and the catalog stay the same.

    Security asks for a body's roles for each object and each group of the user.
    """
    request = getRequest()
    if request is None:
        return compute()
    version = (
        "/".join(body.getPhysicalPath()),
        body.secretariat,
        _catalog_version(),
        clock.today(),
    )
    cache = IAnnotations(request).setdefault(CACHE_KEY, {})
    if version not in cache:
        # Marked first: computing asks the catalog, which may ask for roles.
        cache[version] = {}
        cache[version] = compute()
    return cache[version]


def _catalog_version() -> int:
    """The catalog's change counter, read without emptying the indexing queue.

    ``getCounter`` would empty it, which indexes objects, which asks for roles.
    """
    counter = getattr(api.portal.get_tool("portal_catalog"), "_counter", None)
    return counter() if counter is not None else 0

"""Local roles in the organisation: the staff reads it, a service writes its page."""

from collections.abc import Iterable
from collections.abc import Mapping
from imio.platform.core.content.interfaces import IOrganisation
from imio.platform.core.content.interfaces import IService
from imio.platform.core.interfaces import IRolePolicy
from imio.platform.core.organisation.groups import group_id
from imio.platform.core.organisation.site_groups import STAFF
from zope.component import adapter
from zope.interface import implementer

#: Functions whose holders keep the page of their service up to date.
WRITING_FUNCTIONS = ("manager", "editor")


@implementer(IRolePolicy)
@adapter(IOrganisation)
class OrganisationRoles:
    """The staff reads what is internal: services not yet public, colleagues."""

    def __init__(self, context):
        self.context = context

    def roles(self) -> Mapping[str, Iterable[str]]:
        return {STAFF: ("Reader",)}


@implementer(IRolePolicy)
@adapter(IService)
class ServiceRoles:
    """Who manages or edits in a service writes its page and those below it."""

    def __init__(self, context):
        self.context = context

    def roles(self) -> Mapping[str, Iterable[str]]:
        uid = self.context.UID()
        return {group_id(uid, function): ("Editor",) for function in WRITING_FUNCTIONS}

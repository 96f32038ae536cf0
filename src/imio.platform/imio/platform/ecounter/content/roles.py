"""Who has which role on the counter and on a request."""

from imio.platform.core.interfaces import IRolePolicy
from imio.platform.core.organisation.directory import services
from imio.platform.core.organisation.groups import group_id
from imio.platform.ecounter.content.interfaces import IECounter
from imio.platform.ecounter.content.interfaces import IRequest
from zope.component import adapter
from zope.interface import implementer

#: Roles on the requests of a service, by function held in it.
REQUEST_ROLES = {
    "agent": ("Request Agent",),
    "manager": ("Request Agent", "Request Supervisor"),
    "reader": ("Request Reader",),
}


@implementer(IRolePolicy)
@adapter(IRequest)
class RequestRoles:
    """The applicant, and those who hold a function in the responsible service."""

    def __init__(self, context):
        self.context = context

    def roles(self):
        found = {}
        user_id = self.context.applicant.get("user_id")
        if user_id:
            found[user_id] = ("Applicant",)
        if self.context.service_uid:
            for function, roles in REQUEST_ROLES.items():
                found[group_id(self.context.service_uid, function)] = roles
        return found


@implementer(IRolePolicy)
@adapter(IECounter)
class CounterRoles:
    """Whoever holds such a function anywhere may open the queue, and only that."""

    def __init__(self, context):
        self.context = context

    def roles(self):
        return {
            group_id(service.uid, function): ("Counter Agent",)
            for service in services(include_closed=True)
            for function in REQUEST_ROLES
        }

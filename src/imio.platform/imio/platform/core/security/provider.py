"""Local roles computed from an object's state and service, never stored."""

from borg.localrole.interfaces import ILocalRoleProvider
from collections.abc import Iterator
from functools import cached_property
from imio.platform.core.interfaces import IComputedRoles
from imio.platform.core.interfaces import IRolePolicy
from zope.component import adapter
from zope.interface import implementer


@implementer(ILocalRoleProvider)
@adapter(IComputedRoles)
class ComputedRoleProvider:
    """Answers Plone's questions about local roles from the add-on's policy."""

    def __init__(self, context):
        self.context = context

    def getRoles(self, principal_id: str) -> list[str]:
        return list(self._roles.get(principal_id, ()))

    def getAllRoles(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        for principal_id, roles in self._roles.items():
            yield principal_id, tuple(roles)

    @cached_property
    def _roles(self):
        # Plone makes a provider for each question, then asks it about each group.
        policy = IRolePolicy(self.context, None)
        return policy.roles() if policy is not None else {}

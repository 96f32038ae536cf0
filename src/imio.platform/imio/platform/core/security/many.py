"""The security policy asked about the hundreds of objects of one folder."""

from AccessControl import getSecurityManager
from AccessControl.PermissionRole import rolesForPermissionOn
from Acquisition import aq_base
from Acquisition import aq_inner
from Acquisition import aq_parent


class ManyChecks:
    """What the present user may do to many objects, as the policy says it.

    An object's local roles only add to those of its folder. Where the folder's are
    enough, the object's are not asked for: that is what costs.
    """

    def __init__(self):
        self._user = getSecurityManager().getUser()
        self._roles_in: dict[tuple[str, ...], set[str]] = {}

    def __call__(self, permission: str, item) -> bool:
        """Whether the user has ``permission`` (its title) on ``item``."""
        wanted = rolesForPermissionOn(permission, item)
        if self._inherits(item) and self._roles_of_folder(item).intersection(wanted):
            return True
        return bool(self._user.has_permission(permission, item))

    @staticmethod
    def _inherits(item) -> bool:
        return not getattr(aq_base(item), "__ac_local_roles_block__", False)

    def _roles_of_folder(self, item) -> set[str]:
        folder = aq_parent(aq_inner(item))
        path = folder.getPhysicalPath()
        if path not in self._roles_in:
            self._roles_in[path] = set(self._user.getRolesInContext(folder))
        return self._roles_in[path]

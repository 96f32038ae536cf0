"""Roles that an add-on takes with it when it goes."""

from collections.abc import Iterable


def remove_roles(portal, names: Iterable[str]) -> None:
    """Remove roles from the site; GenericSetup only knows how to add them.

    Permissions lose the roles removed; a name that is no role of the site is passed
    over.
    """
    wanted = set(names)
    manager = portal.acl_users.portal_role_manager
    for name in wanted & set(manager.listRoleIds()):
        manager.removeRole(name)
    portal._delRoles(sorted(wanted & set(portal.userdefined_roles())))

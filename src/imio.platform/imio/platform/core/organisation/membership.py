"""Functions given to people and taken back.

Callers check the permission ``imio.platform.core: Manage functions``; these functions
only refuse what would be wrong whoever asks.
"""

from imio.platform.core.errors import UnknownAccount
from imio.platform.core.errors import UnknownFunction
from imio.platform.core.errors import UnknownService
from imio.platform.core.organisation import directory
from imio.platform.core.organisation.groups import group_id
from imio.platform.core.organisation.service_groups import sync_service
from imio.platform.i18n import _
from plone import api


def members(service_uid: str, function: str) -> list[str]:
    """User ids of those who hold ``function`` in the service, in order of name."""
    tool = api.portal.get_tool("portal_groups")
    users = tool.getGroupMembers(group_id(service_uid, function))
    return sorted(users, key=lambda user_id: (full_name(user_id).casefold(), user_id))


def full_name(user_id: str) -> str:
    """The person's full name, or the account's name where none is known."""
    user = api.user.get(userid=user_id)
    return (user.getProperty("fullname") if user is not None else "") or user_id


def has_members(service_uid: str) -> bool:
    """Whether anybody holds a function in the service."""
    return any(members(service_uid, function) for function in directory.functions())


def grant(service_uid: str, function: str, user_id: str) -> bool:
    """Give a function to a person; ``False`` when it was already held.

    :raises UnknownService, UnknownFunction, UnknownAccount: naming the field.
    """
    group = _checked_group(service_uid, function)
    if api.user.get(userid=user_id) is None:
        raise UnknownAccount(
            _("Le compte « ${account} » n'existe pas.", mapping={"account": user_id})
        )
    tool = api.portal.get_tool("portal_groups")
    if tool.getGroupById(group) is None:
        sync_service(directory.service(service_uid))
    if user_id in tool.getGroupMembers(group):
        return False
    tool.addPrincipalToGroup(user_id, group)
    return True


def revoke(service_uid: str, function: str, user_id: str) -> bool:
    """Take a function back from a person; ``False`` when it was not held.

    :raises UnknownService, UnknownFunction: naming the field.
    """
    group = _checked_group(service_uid, function)
    tool = api.portal.get_tool("portal_groups")
    if user_id not in tool.getGroupMembers(group):
        return False
    tool.removePrincipalFromGroup(user_id, group)
    return True


def forget(user_id: str) -> None:
    """Take every group back from an account that is no more.

    Otherwise who registers the same id later would find the rights waiting.
    """
    tool = api.portal.get_tool("portal_groups")
    for group in tool.getGroupIds():
        if user_id in tool.getGroupMembers(group):
            tool.removePrincipalFromGroup(user_id, group)


def _checked_group(service_uid: str, function: str) -> str:
    if directory.service(service_uid) is None:
        raise UnknownService(_("Ce service n'existe pas."))
    if function not in directory.functions():
        raise UnknownFunction(
            _("La fonction « ${key} » n'existe pas.", mapping={"key": function})
        )
    return group_id(service_uid, function)

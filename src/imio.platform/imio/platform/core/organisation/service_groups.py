"""The groups behind services: made, named and removed with them."""

from collections.abc import Iterator
from imio.platform.core.organisation import directory
from imio.platform.core.organisation import site_groups
from imio.platform.core.organisation.groups import group_id
from imio.platform.core.organisation.site_groups import STAFF
from plone import api


def group_title(service_title: str, function_title: str) -> str:
    """Name of a group as people read it: ``"Population : agent"``."""
    return f"{service_title} : {function_title[:1].lower()}{function_title[1:]}"


def sync_service(service) -> None:
    """Make the missing groups of a service, and name them all after it.

    Each is part of the staff's group, so that who holds any function is staff.
    """
    for function, title in directory.functions().items():
        _ensure(group_id(service.UID(), function), group_title(service.title, title))


def sync_all() -> None:
    """Follow the registry's functions in every service.

    The group of a function that was taken out of the registry is removed when it
    is empty; with members it stays, since roles may still hang on it.
    """
    known = directory.functions()
    for entry in directory.services(include_closed=True):
        sync_service(directory.service(entry.uid))
        for group in list(_groups_of(entry.uid)):
            function = group.removeprefix(group_id(entry.uid, ""))
            if function not in known and not _tool().getGroupMembers(group):
                _tool().removeGroup(group)


def remove_groups(service_uid: str) -> None:
    """Remove every group of a service that is no more."""
    for group in list(_groups_of(service_uid)):
        _tool().removeGroup(group)


def _tool():
    return api.portal.get_tool("portal_groups")


def _ensure(group: str, title: str) -> None:
    tool = _tool()
    if tool.getGroupById(STAFF) is None:
        site_groups.install()
    present = tool.getGroupById(group)
    if present is None:
        tool.addGroup(group, title=title)
    elif present.getProperty("title") != title:
        tool.editGroup(group, title=title)
    if group not in tool.getGroupMembers(STAFF):
        tool.addPrincipalToGroup(group, STAFF)


def _groups_of(service_uid: str) -> Iterator[str]:
    prefix = group_id(service_uid, "")
    return (group for group in _tool().getGroupIds() if group.startswith(prefix))

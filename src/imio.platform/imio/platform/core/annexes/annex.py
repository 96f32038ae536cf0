"""The annex, and who may see a confidential one."""

from AccessControl.PermissionRole import rolesForPermissionOn
from Acquisition import aq_inner
from Acquisition import aq_parent
from ComputedAttribute import ComputedAttribute
from imio.platform.core.annexes.interfaces import IAnnex
from plone.dexterity.content import Item
from Products.CMFCore.permissions import ModifyPortalContent
from Products.CMFCore.permissions import View
from zope.interface import implementer

VIEW_CONFIDENTIAL = "imio.platform.core: View confidential annexes"

#: Zope reads the roles of a permission from attributes of these names, and goes on
#: to the container where it finds an empty list.
ACQUIRED: list[str] = []


def _roles(permission: str, container) -> tuple[str, ...]:
    return tuple(rolesForPermissionOn(permission, container))


def shared(roles: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    """Roles that hold both; every role is a case of Anonymous, and of Authenticated."""
    for everybody in ("Anonymous", "Authenticated"):
        if everybody in others:
            return roles
        if everybody in roles:
            return others
    return tuple(role for role in roles if role in others)


def _seen_by(annex):
    """Roles that see the annex: those of its container's readers that it trusts."""
    if not annex.confidential:
        return ACQUIRED
    container = aq_parent(aq_inner(annex))
    return shared(_roles(VIEW_CONFIDENTIAL, container), _roles(View, container))


def _changed_by(annex):
    """Roles that change or remove the annex: those that may change its container.

    Of these, only who sees it where it is confidential.
    """
    container = aq_parent(aq_inner(annex))
    roles = _roles(ModifyPortalContent, container)
    return shared(roles, _seen_by(annex)) if annex.confidential else roles


@implementer(IAnnex)
class Annex(Item):
    """A file with a category.

    Its permissions are computed at every question from its container's: nothing to
    update when a workflow changes who is trusted.
    """

    confidential = False

    _View_Permission = ComputedAttribute(_seen_by, 1)
    _Access_contents_information_Permission = ComputedAttribute(_seen_by, 1)
    _Modify_portal_content_Permission = ComputedAttribute(_changed_by, 1)
    _Delete_objects_Permission = ComputedAttribute(_changed_by, 1)
    _Copy_or_Move_Permission = ComputedAttribute(_changed_by, 1)

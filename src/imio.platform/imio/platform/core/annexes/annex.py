"""The annex, and who may see a confidential one."""

from AccessControl.PermissionRole import rolesForPermissionOn
from Acquisition import aq_inner
from Acquisition import aq_parent
from ComputedAttribute import ComputedAttribute
from imio.platform.core.annexes.interfaces import IAnnex
from plone.dexterity.content import Item
from zope.interface import implementer

VIEW_CONFIDENTIAL = "imio.platform.core: View confidential annexes"

#: Zope reads the roles of a permission from attributes of these names, and goes on
#: to the container where it finds an empty list.
ACQUIRED: list[str] = []


def _seen_by(annex):
    """Roles that see the annex: those the container trusts, or whoever sees it."""
    if not annex.confidential:
        return ACQUIRED
    container = aq_parent(aq_inner(annex))
    return tuple(rolesForPermissionOn(VIEW_CONFIDENTIAL, container))


def _among_readers(permission: str):
    """Roles with ``permission`` on the container, less those that may not see."""

    def roles(annex):
        if not annex.confidential:
            return ACQUIRED
        container = aq_parent(aq_inner(annex))
        readers = _seen_by(annex)
        return tuple(
            role
            for role in rolesForPermissionOn(permission, container)
            if role in readers
        )

    return roles


@implementer(IAnnex)
class Annex(Item):
    """A file with a category.

    The permissions of a confidential annex are computed at every question from its
    container's: nothing to update when a workflow changes who is trusted.
    """

    confidential = False

    _View_Permission = ComputedAttribute(_seen_by, 1)
    _Access_contents_information_Permission = ComputedAttribute(_seen_by, 1)
    _Modify_portal_content_Permission = ComputedAttribute(
        _among_readers("Modify portal content"), 1
    )
    _Copy_or_Move_Permission = ComputedAttribute(_among_readers("Copy or Move"), 1)

"""Who may touch document templates: their expressions are Python."""

from imio.platform.core.documents.templates import TRUSTED
from Products.CMFCore.permissions import AccessContentsInformation
from Products.CMFCore.permissions import DeleteObjects
from Products.CMFCore.permissions import ModifyPortalContent
from Products.CMFCore.permissions import View


def lock(template, event) -> None:
    """A template, wherever it is created, belongs to administrators alone.

    On the template itself: a folder's workflow could open the folder one day.
    """
    for permission in (
        View,
        AccessContentsInformation,
        ModifyPortalContent,
        DeleteObjects,
    ):
        template.manage_permission(permission, TRUSTED, acquire=0)
    template.reindexObjectSecurity()

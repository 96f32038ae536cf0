"""What the profile's files cannot say; each line calls the room that knows."""

from imio.platform.core.browser.dashboard import saved
from imio.platform.core.documents import setup as documents
from imio.platform.core.notifications import choices
from imio.platform.core.organisation import site_groups
from plone import api


def post_install(context) -> None:
    """After the default profile."""
    site_groups.install()
    documents.install(api.portal.get())


def post_uninstall(context) -> None:
    """After the uninstall profile."""
    choices.forget_all()
    saved.forget_all()
    documents.uninstall(api.portal.get())
    site_groups.uninstall()

"""What the profile's files cannot say."""

from imio.platform.core.documents import install_templates
from imio.platform.core.documents import remove_templates
from imio.platform.core.security.roles import remove_roles
from imio.platform.deliberation.documents.specs import TEMPLATES
from plone import api

#: Roles of the profile's rolemap.
ROLES = (
    "Agenda Item Author",
    "Agenda Item Editor",
    "Agenda Item Reviewer",
    "Agenda Manager",
    "Mandatary",
)


def post_install(context) -> None:
    """After the default profile."""
    install_templates(api.portal.get(), TEMPLATES)


def post_uninstall(context) -> None:
    """After the uninstall profile."""
    remove_templates(api.portal.get(), TEMPLATES)
    remove_roles(api.portal.get(), ROLES)

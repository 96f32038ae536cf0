"""The documents that came after 1000, and those whose shipped file changed."""

from imio.platform.core.documents import install_templates
from imio.platform.deliberation.documents.specs import TEMPLATES
from plone import api


def upgrade(setup) -> None:
    """Install them; a file that the commune changed is kept."""
    install_templates(api.portal.get(), TEMPLATES)

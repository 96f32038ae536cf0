"""The attestation, which named every document a household's composition."""

from imio.platform.core.documents import install_templates
from imio.platform.ecounter.documents.specs import TEMPLATES
from plone import api


def upgrade(setup) -> None:
    """Install the shipped files; one that the commune changed is kept."""
    install_templates(api.portal.get(), TEMPLATES)

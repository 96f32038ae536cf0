"""Core's own templates, with the core add-on."""

from imio.platform.core.documents.letter import LETTER
from imio.platform.core.documents.templates import install_templates
from imio.platform.core.documents.templates import remove_templates


def install(site) -> None:
    install_templates(site, [LETTER])


def uninstall(site) -> None:
    remove_templates(site, [LETTER])

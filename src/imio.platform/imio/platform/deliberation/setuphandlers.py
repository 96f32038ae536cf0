"""What the profile's files cannot say."""

from imio.platform.core.documents import install_templates
from imio.platform.core.documents import remove_templates
from imio.platform.core.security.roles import remove_roles
from imio.platform.deliberation.documents.specs import TEMPLATES
from imio.platform.deliberation.rules.masking import MASK_CLASS
from plone import api
from plone.registry.interfaces import IRegistry
from zope.component import getUtility
import json

#: Roles of the profile's rolemap.
ROLES = (
    "Adviser",
    "Advice Reader",
    "Agenda Item Author",
    "Agenda Item Editor",
    "Agenda Item Reviewer",
    "Agenda Manager",
    "Mandatary",
)

#: Where the editor's styles are kept, and ours among them.
FORMATS = "plone.formats"
STYLES = "plone.inline_styles"
SHEETS = "plone.content_css"
MASK_STYLE = f"Donnée personnelle à masquer|{MASK_CLASS}"
MASK_SHEET = "++plone++imio.platform.deliberation/masking.css"


def post_install(context) -> None:
    """After the default profile."""
    install_templates(api.portal.get(), TEMPLATES)
    offer_mask()


def post_uninstall(context) -> None:
    """After the uninstall profile."""
    withdraw_mask()
    remove_templates(api.portal.get(), TEMPLATES)
    remove_roles(api.portal.get(), ROLES)


def offer_mask() -> None:
    """Let the editor mark personal data, among the styles it has already."""
    registry = getUtility(IRegistry)
    formats = json.loads(registry[FORMATS] or "{}")
    formats[MASK_CLASS] = {"inline": "span", "classes": MASK_CLASS}
    registry[FORMATS] = json.dumps(formats, indent=4)
    styles = list(registry[STYLES] or ())
    if MASK_STYLE not in styles:
        registry[STYLES] = [*styles, MASK_STYLE]
    sheets = list(registry[SHEETS] or ())
    if MASK_SHEET not in sheets:
        registry[SHEETS] = [*sheets, MASK_SHEET]


def withdraw_mask() -> None:
    """Leave the editor its own styles."""
    registry = getUtility(IRegistry)
    formats = json.loads(registry[FORMATS] or "{}")
    formats.pop(MASK_CLASS, None)
    registry[FORMATS] = json.dumps(formats, indent=4)
    registry[STYLES] = [one for one in registry[STYLES] or () if one != MASK_STYLE]
    registry[SHEETS] = [one for one in registry[SHEETS] or () if one != MASK_SHEET]

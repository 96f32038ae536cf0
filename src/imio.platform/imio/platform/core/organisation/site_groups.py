"""Groups of the whole site.

- ``webmasters`` write the web site's pages; they administer nothing.
- ``web-reviewers`` publish them.
- ``commune-managers`` keep the organisation, its people and the commune's identity.
- ``staff`` is everyone who holds a function in some service; it follows by itself.
"""

from imio.platform.i18n import _
from plone import api
from zope.i18n import translate

WEBMASTERS = "webmasters"
WEB_REVIEWERS = "web-reviewers"
COMMUNE_MANAGERS = "commune-managers"
STAFF = "staff"

GROUPS = {
    WEBMASTERS: (_("Éditeurs du site"), ("Contributor", "Editor")),
    WEB_REVIEWERS: (_("Valideurs du site"), ("Contributor", "Editor", "Reviewer")),
    COMMUNE_MANAGERS: (_("Gestionnaires de la commune"), ("Commune Manager",)),
    STAFF: (_("Personnel communal"), ()),
}


def install() -> None:
    """Make the groups that are missing; those a commune changed are left alone."""
    tool = api.portal.get_tool("portal_groups")
    for group, (title, roles) in GROUPS.items():
        if tool.getGroupById(group) is None:
            title = translate(title, target_language="fr")
            tool.addGroup(group, title=title, roles=list(roles))


def uninstall() -> None:
    """Remove the groups of the whole site."""
    tool = api.portal.get_tool("portal_groups")
    tool.removeGroups([group for group in GROUPS if tool.getGroupById(group)])

"""What the profiles cannot say as data: permissions shared with other add-ons.

A rolemap replaces the roles of a permission; several add-ons give roles to
Plone's own permissions, so each adds its own and takes them back.
"""

from imio.platform.core.security.roles import remove_roles
from plone import api
from plone.registry.interfaces import IRegistry
from zope.component import getUtility

WEB_EDITOR = "Web Editor"
WEB_REVIEWER = "Web Reviewer"

#: Core's groups of the web site, and the roles that they get here.
GROUPS = {
    "webmasters": (WEB_EDITOR,),
    "web-reviewers": (WEB_EDITOR, WEB_REVIEWER),
}

#: Plone's permissions that writing on the site takes, at its root.
EDITOR_PERMISSIONS = (
    "Add portal content",
    "CMFEditions: Access previous versions",
    "CMFEditions: Save new version",
    "List folder contents",
    "Show Toolbar",
    "plone.app.contenttypes: Add Document",
    "plone.app.contenttypes: Add Event",
    "plone.app.contenttypes: Add File",
    "plone.app.contenttypes: Add Folder",
    "plone.app.contenttypes: Add Image",
    "plone.app.contenttypes: Add Link",
    "plone.app.contenttypes: Add News Item",
)

#: A section is part of its page: searches, lists and the sitemap show the page.
SECTION_TYPES = (
    "SectionAgenda",
    "SectionContact",
    "SectionHero",
    "SectionNews",
    "SectionProfiles",
    "SectionText",
    "SectionTiles",
    "SectionToday",
)
NOT_SEARCHED = "plone.types_not_searched"

RULESETS = "plone.caching.interfaces.ICacheSettings.operationMapping"
TYPE_RULESETS = (
    "plone.app.caching.interfaces.IPloneCacheSettings.contentTypeRulesetMapping"
)
OUR_RULESET = "imio.platform.website.page"

#: Rulesets that the default profile gives an operation; Plone gives them none.
MAPPED_RULESETS = {
    OUR_RULESET,
    "plone.content.feed",
    "plone.content.file",
    "plone.resource",
    "plone.stableResource",
}


def post_install(setup_tool):
    """Give the roles their permissions and the roles to core's groups."""
    portal = api.portal.get()
    for permission in EDITOR_PERMISSIONS:
        for role in (WEB_EDITOR, WEB_REVIEWER):
            grant(portal, permission, role)
    for group_id, roles in GROUPS.items():
        group = api.group.get(group_id)
        if group is not None:
            api.group.grant_roles(group=group, roles=list(roles))
    # Not in the profile's registry, which is read before its types exist.
    api.portal.set_registry_record(NOT_SEARCHED, (*_hidden_by_others(), *SECTION_TYPES))


def post_uninstall(setup_tool):
    """Take back what was given; pages stay, as content belongs to the commune."""
    portal = api.portal.get()
    for permission in EDITOR_PERMISSIONS:
        for role in (WEB_EDITOR, WEB_REVIEWER):
            revoke(portal, permission, role)
    for group_id, roles in GROUPS.items():
        group = api.group.get(group_id)
        if group is not None:
            api.group.revoke_roles(group=group, roles=list(roles))
    remove_roles(portal, {WEB_EDITOR, WEB_REVIEWER})
    _remove_rulesets()
    api.portal.set_registry_record(NOT_SEARCHED, _hidden_by_others())


def _hidden_by_others() -> tuple[str, ...]:
    """Types that others keep out of searches."""
    hidden = api.portal.get_registry_record(NOT_SEARCHED)
    return tuple(name for name in hidden if name not in SECTION_TYPES)


def grant(portal, permission: str, role: str) -> None:
    """Add a role to those that have a permission at the root of the site."""
    roles, acquired = _roles_of(portal, permission)
    if role not in roles:
        portal.manage_permission(permission, [*roles, role], acquired)


def revoke(portal, permission: str, role: str) -> None:
    """Take a permission back from a role, at the root of the site."""
    roles, acquired = _roles_of(portal, permission)
    if role in roles:
        portal.manage_permission(
            permission, [kept for kept in roles if kept != role], acquired
        )


def _roles_of(portal, permission: str) -> tuple[list[str], bool]:
    found = portal.rolesOfPermission(permission)
    roles = [role["name"] for role in found if role["selected"]]
    return roles, bool(portal.acquiredRolesAreUsedBy(permission))


def _remove_rulesets() -> None:
    registry = getUtility(IRegistry)
    registry[RULESETS] = {
        ruleset: operation
        for ruleset, operation in (registry[RULESETS] or {}).items()
        if ruleset not in MAPPED_RULESETS
    }
    registry[TYPE_RULESETS] = {
        portal_type: ruleset
        for portal_type, ruleset in (registry[TYPE_RULESETS] or {}).items()
        if ruleset != OUR_RULESET
    }

"""What the upgrade steps of every add-on share.

A step brings a site that already works to the state a new one has, and keeps what the
commune chose: definitions are the add-on's and are replaced, settings are the
commune's and are only completed.
"""

from AccessControl.Permission import getPermissionIdentifier
from Acquisition import aq_base
from collections.abc import Iterable
from plone import api
from Products.GenericSetup.rolemap import RolemapImportConfigurator

#: Import steps whose files are the add-on's own business.
DEFINITIONS = ("browserlayer", "typeinfo", "workflow")


def refresh_definitions(setup, profile_id: str) -> None:
    """Replace the types and workflows, add what is new of roles, permissions, indexes.

    :param setup: ``portal_setup``.
    :param profile_id: ``"imio.platform.core:default"``.
    """
    for step in DEFINITIONS:
        setup.runImportStepFromProfile(
            f"profile-{profile_id}", step, run_dependencies=False
        )
    add_roles_and_permissions(setup, profile_id)
    add_indexes(setup, profile_id)


def add_roles_and_permissions(setup, profile_id: str) -> None:
    """Add the roles and the permissions of the profile that the site does not know.

    A permission that the site already grants stays as the commune set it.
    """
    site = api.portal.get()
    context = setup._getImportContext(f"profile-{profile_id}")
    text = context.readDataFile("rolemap.xml")
    if text is None:
        return
    wanted = RolemapImportConfigurator(site, context.getEncoding()).parseXML(text)
    known = set(site.valid_roles())
    new = [role for role in wanted["roles"] if role not in known]
    site.__ac_roles__ = tuple(sorted({*getattr(site, "__ac_roles__", ()), *new}))
    granted = vars(aq_base(site))
    for permission in wanted["permissions"]:
        if getPermissionIdentifier(permission["name"]) not in granted:
            site.manage_permission(
                permission["name"], permission.get("roles", []), permission["acquire"]
            )


def add_indexes(setup, profile_id: str) -> None:
    """Add the indexes and columns of the profile and fill the new indexes."""
    catalog = api.portal.get_tool("portal_catalog")
    before = set(catalog.indexes())
    setup.runImportStepFromProfile(
        f"profile-{profile_id}", "catalog", run_dependencies=False
    )
    new = sorted(set(catalog.indexes()) - before)
    if new:
        catalog.reindexIndex(new, catalog.REQUEST)


def update_role_mappings(portal_types: Iterable[str]) -> None:
    """Set again, on the objects of these types, what their state grants.

    For a workflow whose permissions changed; one security reindex per object.
    """
    workflows = api.portal.get_tool("portal_workflow")
    catalog = api.portal.get_tool("portal_catalog")
    for brain in catalog.unrestrictedSearchResults(portal_type=list(portal_types)):
        found = brain._unrestrictedGetObject()
        for workflow in workflows.getWorkflowsFor(found):
            if workflow.updateRoleMappingsFor(found):
                found.reindexObjectSecurity()

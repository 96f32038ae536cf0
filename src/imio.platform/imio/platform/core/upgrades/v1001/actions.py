"""The commune manager's link to the configuration: 1000 shows it to nobody but
administrators."""

from plone import api


def upgrade(setup) -> None:
    """Add the links of the profile; those that are there stay as the commune set them."""
    links = api.portal.get_tool("portal_actions")["user"]
    kept = {one.getId(): dict(one.propertyItems()) for one in links.objectValues()}
    setup.runImportStepFromProfile(
        "profile-imio.platform.core:default", "actions", run_dependencies=False
    )
    for name, values in kept.items():
        links[name].manage_changeProperties(**values)

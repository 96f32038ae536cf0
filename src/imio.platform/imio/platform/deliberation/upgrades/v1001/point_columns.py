"""What a list of points shows was not in the catalog: it would have woken each point."""

from plone import api


def upgrade(setup) -> None:
    """Fill the columns of the points; no index of theirs changes."""
    catalog = api.portal.get_tool("portal_catalog")
    for brain in catalog.unrestrictedSearchResults(portal_type="AgendaItem"):
        item = brain._unrestrictedGetObject()
        catalog.catalog_object(
            item, brain.getPath(), idxs=["item_kind"], update_metadata=1
        )

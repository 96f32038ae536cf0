"""Whether what was drawn from the site's content is still right."""

from plone import api


def content_state() -> tuple:
    """Changes with every change of content: the catalog's identity and counter."""
    catalog = api.portal.get_tool("portal_catalog")
    return (catalog._p_oid, catalog.getCounter())


def is_changing() -> bool:
    """Whether this transaction wrote something: it may yet be undone, and what is
    kept under its counter would then be wrong for the next one."""
    connection = api.portal.get_tool("portal_catalog")._p_jar
    return connection is None or bool(connection._registered_objects)

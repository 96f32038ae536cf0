"""Where points are filed: ``points/<year>`` of their body.

Not ``items``: every folder has a method of that name.
"""

from imio.platform.core import clock
from imio.platform.deliberation.interfaces import IItemsFolder
from plone import api
from plone.dexterity.content import Container
from zope.interface import implementer

ITEMS = "points"


@implementer(IItemsFolder)
class ItemsFolder(Container):
    """Made by the body, never by people."""


def items_folder(body, year: int | None = None):
    """The folder of the year's points, made when it is not there yet."""
    year_id = str(year or clock.today().year)
    with api.env.adopt_roles(["Manager"]):
        parent = _folder(body, ITEMS, "Points")
        return _folder(parent, year_id, year_id)


def _folder(parent, id: str, title: str):
    if id not in parent.objectIds():
        api.content.create(
            parent, "ItemsFolder", id, title=title, exclude_from_nav=True
        )
    return parent[id]


def make_items_folder(body, event) -> None:
    """A new body can take points at once."""
    items_folder(body)

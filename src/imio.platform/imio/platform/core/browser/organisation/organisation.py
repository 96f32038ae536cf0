"""The organisation's page: its services, and who is elected."""

from functools import cached_property
from imio.platform.core.organisation import people
from imio.platform.core.organisation.settings import PREFIX
from imio.platform.core.organisation.tree import visible_tree
from plone import api
from Products.Five.browser import BrowserView


class OrganisationView(BrowserView):
    """Tree of services, then each body with its members by precedence."""

    @cached_property
    def tree(self):
        return visible_tree(self.context)

    @cached_property
    def bodies(self) -> list[tuple[str, list[people.Line]]]:
        """Bodies where somebody sits today, with the lines of their members."""
        titles = api.portal.get_registry_record(f"{PREFIX}.bodies", default={}) or {}
        lines = people.visible_lines(self.context)
        found = [
            (title, [line for line in lines if line.mandate.body == key])
            for key, title in titles.items()
        ]
        return [(title, members) for title, members in found if members]

    @property
    def may_manage_functions(self) -> bool:
        return api.user.has_permission(
            "imio.platform.core: Manage functions", obj=self.context
        )

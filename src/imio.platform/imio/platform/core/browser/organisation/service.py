"""A service's page."""

from functools import cached_property
from imio.platform.core.organisation import people
from imio.platform.core.organisation.tree import organisation_of
from imio.platform.core.organisation.tree import visible_tree
from plone import api
from Products.Five.browser import BrowserView


class ServiceView(BrowserView):
    """Who answers for the service, and its sub-services."""

    @cached_property
    def tree(self):
        return visible_tree(self.context)

    @cached_property
    def people(self) -> list[people.Line]:
        return people.visible_lines(
            organisation_of(self.context), service_uid=self.context.UID()
        )

    @property
    def is_closed(self) -> bool:
        return api.content.get_state(self.context, default="") == "closed"

    @property
    def may_manage_functions(self) -> bool:
        return api.user.has_permission(
            "imio.platform.core: Manage functions", obj=self.context
        )

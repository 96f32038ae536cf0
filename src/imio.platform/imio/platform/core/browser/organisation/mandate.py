"""A mandate's page."""

from datetime import date
from datetime import datetime
from functools import cached_property
from imio.platform.core.organisation import directory
from imio.platform.core.organisation import mandates
from imio.platform.core.organisation import people
from imio.platform.core.rules.mandate import conflicts
from plone import api
from Products.Five.browser import BrowserView


class MandateView(BrowserView):
    """What is recorded of the mandate, and a doubled line where there is one."""

    @cached_property
    def record(self):
        return mandates.record(self.context)

    @property
    def title(self) -> str:
        return mandates.title(self.record)

    @property
    def person(self):
        return self.context.__parent__

    @property
    def body(self) -> str:
        titles = api.portal.get_registry_record("imio.platform.organisation.bodies")
        return (titles or {}).get(self.record.body, "")

    @property
    def service(self) -> str:
        found = directory.service(self.record.service_uid)
        return found.title if found is not None else ""

    @property
    def responsibilities(self) -> tuple[str, ...]:
        return people.responsibilities(self.context)

    @property
    def doubled(self) -> bool:
        """Whether the same person holds the same office twice on some day."""
        if not api.user.has_permission("Modify portal content", obj=self.context):
            return False
        siblings = [
            mandates.record(child)
            for child in self.person.objectValues()
            if child.portal_type == "Mandate"
        ]
        return bool(conflicts(self.record, siblings))

    def day(self, day: date) -> str:
        """The day as people write it."""
        return api.portal.get_localized_time(datetime(day.year, day.month, day.day))

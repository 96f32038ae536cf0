"""A person's page."""

from datetime import date
from datetime import datetime
from functools import cached_property
from imio.platform.core import clock
from imio.platform.core.organisation import people
from imio.platform.core.rules.mandate import is_active
from imio.platform.i18n import _
from plone import api
from Products.Five.browser import BrowserView


class PersonView(BrowserView):
    """Public contacts and mandates; private ones for those who may see them."""

    @cached_property
    def _lines(self) -> list[people.Line]:
        return people.lines_of(self.context)

    @property
    def present(self) -> list[people.Line]:
        today = clock.today()
        return [line for line in self._lines if is_active(line.mandate, today)]

    @property
    def others(self) -> list[people.Line]:
        """Mandates that are over or to come."""
        present = self.present
        return [line for line in self._lines if line not in present]

    @property
    def namesakes(self) -> list:
        """Other sheets with this name, for who could put them together."""
        if not api.user.has_permission("Modify portal content", obj=self.context):
            return []
        return people.namesakes(self.context)

    def body_title(self, key: str) -> str:
        titles = api.portal.get_registry_record("imio.platform.organisation.bodies")
        return (titles or {}).get(key, "")

    @property
    def private(self) -> list[tuple[str, str]]:
        """Labels and values of what only some may see."""
        if not api.user.has_permission(
            "imio.platform.core: View personal data", obj=self.context
        ):
            return []
        rows = (
            (_("Adresse électronique privée"), self.context.private_email),
            (_("Téléphone privé"), self.context.private_phone),
            (_("Compte de connexion"), self.context.user_id),
        )
        return [(label, value) for label, value in rows if value]

    def day(self, day: date) -> str:
        """The day as people write it."""
        return api.portal.get_localized_time(datetime(day.year, day.month, day.day))

"""The hours and contact of a service, on its page."""

from functools import cached_property
from imio.platform.core.clock import now
from imio.platform.website.browser.hours.opening import Opening
from imio.platform.website.browser.hours.opening import opening_of
from plone import api
from plone.app.layout.viewlets.common import ViewletBase


class ContactHoursViewlet(ViewletBase):
    """Shown where something is known of the service; editors are led to the form."""

    @cached_property
    def opening(self) -> Opening:
        return opening_of(self.context, now())

    @property
    def can_edit(self) -> bool:
        return bool(
            api.user.has_permission(
                "imio.platform.website: Edit hours", obj=self.context
            )
        )

    def known(self, name: str) -> str:
        """A text of the service, or an empty one."""
        return getattr(self.context, name, None) or ""

    def phone_link(self) -> str:
        digits = [c for c in self.known("phone") if c in "+0123456789"]
        return f"tel:{''.join(digits)}"

    def is_worth_showing(self) -> bool:
        known = any(self.known(n) for n in ("phone", "email", "place", "hours_note"))
        return known or self.opening.has_hours or self.can_edit

    def render(self):
        return super().render() if self.is_worth_showing() else ""

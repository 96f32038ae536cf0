"""All the procedures of the commune, by category, with a search that knows synonyms."""

from functools import cached_property
from imio.platform.core.browser.dashboard.results import text_query
from imio.platform.ecounter.content.interfaces import CATEGORIES
from plone import api
from Products.Five.browser import BrowserView
from zope.i18n import translate


class Catalogue(BrowserView):
    """The counter's front page."""

    @property
    def text(self) -> str:
        text = self.request.form.get("q", "")
        return text.strip()[:100] if isinstance(text, str) else ""

    @property
    def is_anonymous(self) -> bool:
        return api.user.is_anonymous()

    @property
    def is_agent(self) -> bool:
        return api.user.has_permission(
            "imio.platform.ecounter: View queue", obj=self.context
        )

    @property
    def is_manager(self) -> bool:
        return api.user.has_permission(
            "imio.platform.ecounter: Manage procedures", obj=self.context
        )

    @cached_property
    def categories(self) -> list[dict]:
        """Categories that hold something, in the vocabulary's order."""
        found: dict[str, list[dict]] = {}
        for brain in self._brains():
            procedure = brain.getObject()
            if procedure.status == "closed" or procedure.current_version() is None:
                continue
            found.setdefault(procedure.category, []).append(
                {
                    "title": procedure.Title(),
                    "description": procedure.Description(),
                    "url": procedure.absolute_url(),
                    "cost": procedure.cost,
                    "delay": procedure.usual_delay,
                }
            )
        return [
            {
                "title": translate(term.title, context=self.request),
                "procedures": found[term.value],
            }
            for term in CATEGORIES
            if term.value in found
        ]

    def _brains(self):
        query = {
            "context": self.context,
            "portal_type": "Procedure",
            "sort_on": "sortable_title",
        }
        if self.text:
            words = text_query(self.text)
            if not words:
                return []
            query["SearchableText"] = words
        return api.content.find(**query)

"""@@overview-controlpanel: what the present person may configure, and nothing else.

Plone's own page is for administrators, jumps from its title to third-level headings
and breaks words on a small screen. Who manages the commune needs a door to its panels.
"""

from dataclasses import dataclass
from imio.platform.i18n import _
from plone import api
from Products.CMFPlone.controlpanel.browser.overview import OverviewControlPanel
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


@dataclass(frozen=True)
class Section:
    """A group of panels under its heading."""

    id: str
    title: str
    panels: list[dict]


class SetupPage(OverviewControlPanel):
    """Panels by section."""

    template = ViewPageTemplateFile("overview.pt")
    title = _("Configuration du site")

    def __call__(self):
        self.request.response.setHeader("Cache-Control", "private, no-store")
        return self.template()

    def sections(self) -> list[Section]:
        """The sections where the person has something to configure."""
        found = []
        for group in self.categories():
            panels = [one for one in self.sublists(group["id"]) if one["visible"]]
            if panels:
                found.append(Section(group["id"], group["title"], panels))
        return found

    def icon(self, panel: dict) -> str:
        """The panel's drawing; its words stand beside it."""
        name = panel["icon"] or "plone-controlpanel"
        if "http" in name:
            name = "plone-controlpanel"
        resolver = api.content.get_view("iconresolver", self.context, self.request)
        return resolver.tag(name, tag_alt="", tag_class="me-2 flex-shrink-0")

    @property
    def runs_the_site(self) -> bool:
        """Whether the person may do something about what the site warns of."""
        return api.user.has_permission("Manage portal", obj=self.context)

"""The pages of a meeting that the present user may open, as a navigation."""

from dataclasses import dataclass
from imio.platform.i18n import _
from plone import api
from Products.Five.browser import BrowserView

PAGES = (
    ("", _("Séance"), "View"),
    ("dossier", _("Mon dossier"), "imio.platform.deliberation: View full agenda"),
    ("agenda", _("Ordre du jour"), "imio.platform.deliberation: Manage agenda"),
    ("convocation", _("Convocation"), "imio.platform.deliberation: Manage agenda"),
    (
        "public-preview",
        _("Aperçu public"),
        "imio.platform.deliberation: Manage agenda",
    ),
    ("seance", _("En séance"), "imio.platform.deliberation: Decide"),
    ("presence", _("Présences"), "imio.platform.deliberation: Manage presence"),
    (
        "observations",
        _("Procès-verbal"),
        "imio.platform.deliberation: View full agenda",
    ),
)

#: Pages that lie below another one's tab.
BELOW = {"dossier-pdf": "dossier", "ma-presence": "dossier"}


@dataclass(frozen=True)
class Tab:
    title: str
    url: str
    is_current: bool


class MeetingTabs(BrowserView):
    """A fragment: ``<div tal:replace="structure context/@@meeting-tabs" />``."""

    def __call__(self):
        # One page is no navigation.
        return self.index() if len(self.tabs()) > 1 else ""

    @property
    def has_opened(self) -> bool:
        return api.content.get_state(self.context) in ("in_session", "held")

    def tabs(self) -> list[Tab]:
        here = self.request.get("ACTUAL_URL", "").rstrip("/").rpartition("/")[2]
        here = here.removeprefix("@@")
        here = BELOW.get(here, here)
        names = {name for name, _title, _permission in PAGES if name}
        base = self.context.absolute_url()
        return [
            Tab(
                title,
                f"{base}/@@{name}" if name else base,
                here == name or (not name and here not in names),
            )
            for name, title, permission in PAGES
            if api.user.has_permission(permission, obj=self.context)
            and (name != "seance" or self.has_opened)
            and (name != "observations" or self.context.opened_at)
        ]

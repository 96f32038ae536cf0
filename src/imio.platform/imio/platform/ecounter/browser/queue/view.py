"""The agents' queue."""

from dataclasses import dataclass
from imio.platform.core.browser.dashboard.columns import Column
from imio.platform.core.browser.dashboard.columns import DateColumn
from imio.platform.core.browser.dashboard.columns import PersonColumn
from imio.platform.core.browser.dashboard.columns import StateColumn
from imio.platform.core.browser.dashboard.columns import TitleColumn
from imio.platform.core.browser.dashboard.columns import VocabularyColumn
from imio.platform.core.browser.dashboard.facets import DateFacet
from imio.platform.core.browser.dashboard.facets import Facet
from imio.platform.core.browser.dashboard.facets import PersonFacet
from imio.platform.core.browser.dashboard.facets import StateFacet
from imio.platform.core.browser.dashboard.facets import VocabularyFacet
from imio.platform.core.browser.dashboard.view import Dashboard
from imio.platform.ecounter.browser.queue.due import DueColumn
from imio.platform.ecounter.rules.steps import PHASES
from imio.platform.i18n import _

PROCEDURES = "imio.platform.ecounter.procedures"
SERVICES = "imio.platform.core.services"


@dataclass(frozen=True)
class AssigneeFacet(PersonFacet):
    """Who treats it; nobody is a choice too."""

    def term_title(self, value, view) -> str:
        return super().term_title(value, view) if value else _("Aucun agent")


class Queue(Dashboard):
    """All the requests that the agent may see; drafts are nobody's business."""

    title = _("File des demandes")
    description = _("Les demandes des services où vous avez une fonction.")
    columns: tuple[Column, ...] = (
        TitleColumn("Title", _("Demande"), sort_index="sortable_title"),
        Column("Description", _("Objet")),
        StateColumn("review_state", _("État"), sort_index="review_state"),
        PersonColumn("request_assignee", _("Agent"), sort_index="request_assignee"),
        DateColumn("request_submitted", _("Reçue le"), sort_index="request_submitted"),
        DueColumn("request_due", _("Échéance"), sort_index="request_due"),
        Column(
            "request_number", _("Numéro"), sort_index="request_number", default=False
        ),
        VocabularyColumn(
            "request_service", _("Service"), default=False, vocabulary=SERVICES
        ),
    )
    facets: tuple[Facet, ...] = (
        StateFacet("review_state", _("État")),
        VocabularyFacet("request_procedure", _("Démarche"), vocabulary=PROCEDURES),
        AssigneeFacet("request_assignee", _("Agent")),
        VocabularyFacet("request_service", _("Service"), vocabulary=SERVICES),
        DateFacet("request_submitted", _("Reçue")),
        DateFacet("request_due", _("Échéance")),
    )
    default_sort = "request_submitted"
    empty = _("Aucune demande ne vous est parvenue pour le moment.")

    def base_query(self):
        return {
            "portal_type": "Request",
            "path": self.path,
            "review_state": [phase for phase in PHASES if phase != "draft"],
        }

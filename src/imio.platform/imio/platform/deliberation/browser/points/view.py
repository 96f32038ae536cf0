"""@@points: the points of a body that the reader may see."""

from functools import cached_property
from imio.platform.core.browser.dashboard.columns import Column
from imio.platform.core.browser.dashboard.columns import DateColumn
from imio.platform.core.browser.dashboard.columns import PersonColumn
from imio.platform.core.browser.dashboard.columns import StateColumn
from imio.platform.core.browser.dashboard.columns import TitleColumn
from imio.platform.core.browser.dashboard.columns import VocabularyColumn
from imio.platform.core.browser.dashboard.facets import DateFacet
from imio.platform.core.browser.dashboard.facets import Facet
from imio.platform.core.browser.dashboard.facets import VocabularyFacet
from imio.platform.core.browser.dashboard.parts import Action
from imio.platform.core.browser.dashboard.view import Dashboard
from imio.platform.deliberation.browser.points.columns import CategoryColumn
from imio.platform.deliberation.browser.points.columns import CategoryFacet
from imio.platform.deliberation.browser.points.columns import MeetingColumn
from imio.platform.deliberation.browser.points.columns import MeetingFacet
from imio.platform.deliberation.browser.points.columns import PointStateFacet
from imio.platform.deliberation.browser.points.columns import YearFacet
from imio.platform.deliberation.browser.points.lists import lists_of
from imio.platform.deliberation.browser.points.reader import Reader
from imio.platform.deliberation.content.indexers import working_services
from imio.platform.deliberation.content.settings import categories_of
from imio.platform.i18n import _
from plone import api
from zExceptions import Unauthorized

SERVICES = "imio.platform.core.services"
KINDS = "imio.platform.deliberation.kinds"
PRIVACIES = "imio.platform.deliberation.privacies"


class Points(Dashboard):
    """For those who prepare, advise, decide or follow; the public has its own pages."""

    description = _(
        "Les points de vos services, ou de tout l'organe selon votre fonction, du "
        "brouillon à la décision : à trier, à filtrer et à exporter."
    )
    columns: tuple[Column, ...] = (
        TitleColumn("Title", _("Objet"), sort_index="sortable_title"),
        VocabularyColumn("proposing_service", _("Service"), vocabulary=SERVICES),
        StateColumn("review_state", _("État"), sort_index="review_state"),
        MeetingColumn("item_meeting", _("Séance")),
        CategoryColumn("item_category", _("Catégorie")),
        DateColumn("modified", _("Modifié le"), sort_index="modified"),
        VocabularyColumn("item_kind", _("Nature"), default=False, vocabulary=KINDS),
        VocabularyColumn(
            "item_privacy", _("Publicité"), default=False, vocabulary=PRIVACIES
        ),
        PersonColumn("Creator", _("Auteur"), sort_index="Creator", default=False),
        DateColumn("created", _("Créé le"), sort_index="created", default=False),
    )
    facets: tuple[Facet, ...] = (
        PointStateFacet("state", _("État"), index="review_state"),
        VocabularyFacet(
            "service", _("Service"), index="proposing_service", vocabulary=SERVICES
        ),
        CategoryFacet("category", _("Catégorie"), index="item_category"),
        VocabularyFacet("kind", _("Nature"), index="item_kind", vocabulary=KINDS),
        VocabularyFacet(
            "privacy", _("Publicité"), index="item_privacy", vocabulary=PRIVACIES
        ),
        MeetingFacet("meeting", _("Séance"), index="item_meeting"),
        YearFacet("year", _("Année"), index="item_meeting"),
        DateFacet("modified", _("Modifié")),
    )
    default_sort = "modified"

    def __call__(self):
        if not self.reader.may_enter:
            raise Unauthorized()
        return super().__call__()

    @property
    def title(self):
        return _("Points : ${body}", mapping={"body": self.context.title})

    @property
    def empty(self):
        if self.selection.ready:
            return _("Rien dans cette liste pour le moment.")
        return _("Aucun point de cet organe n'attend vos services pour le moment.")

    @cached_property
    def reader(self) -> Reader:
        return Reader(self.context)

    def base_query(self):
        # A colleague of another service has the public pages, which do not tell
        # where a point stands before the decisions are published.
        reader = self.reader
        own = working_services(reader.reads_for, reader.advises_for)
        return {"portal_type": "AgendaItem", "path": self.path} | (
            {} if reader.sees_all else {"item_readers": own}
        )

    def actions(self):
        if self.reader.may("imio.platform.deliberation: Add agenda item"):
            url = f"{self.context.absolute_url()}/@@add-point"
            yield Action(_("Rédiger un point"), url)

    def ready_lists(self):
        return lists_of(self.reader)

    @cached_property
    def categories(self) -> dict[str, str]:
        """Titles of the body's categories, by UID."""
        return {one.UID(): one.title for one in categories_of(self.context)}

    @cached_property
    def meetings(self) -> dict:
        """The meetings that the reader may see, as the catalog knows them, by UID."""
        found = api.content.find(context=self.context, portal_type="Meeting")
        return {brain.UID: brain for brain in found}

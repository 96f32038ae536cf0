"""@@contenus: everything an editor may see of the site, in one list."""

from imio.platform.core.browser.dashboard.columns import Column
from imio.platform.core.browser.dashboard.columns import DateColumn
from imio.platform.core.browser.dashboard.columns import DateTimeColumn
from imio.platform.core.browser.dashboard.columns import PersonColumn
from imio.platform.core.browser.dashboard.columns import StateColumn
from imio.platform.core.browser.dashboard.columns import TitleColumn
from imio.platform.core.browser.dashboard.columns import TypeColumn
from imio.platform.core.browser.dashboard.facets import DateFacet
from imio.platform.core.browser.dashboard.facets import Facet
from imio.platform.core.browser.dashboard.facets import PersonFacet
from imio.platform.core.browser.dashboard.facets import StateFacet
from imio.platform.core.browser.dashboard.facets import TypeFacet
from imio.platform.core.browser.dashboard.view import Dashboard
from imio.platform.i18n import _
from plone import api


class Contents(Dashboard):
    """Contents of the site or of a folder."""

    title = _("Contenus")
    description = _(
        "Tous les contenus que vous pouvez voir, à trier, à filtrer et à exporter."
    )
    caption = _("Contenus du site")
    columns = (
        TitleColumn("Title", _("Titre"), sort_index="sortable_title"),
        TypeColumn("portal_type", _("Type"), sort_index="portal_type"),
        StateColumn("review_state", _("État"), sort_index="review_state"),
        PersonColumn("Creator", _("Auteur"), sort_index="Creator"),
        DateTimeColumn("modified", _("Modifié le"), sort_index="modified"),
        DateColumn("created", _("Créé le"), sort_index="created", default=False),
        DateColumn("effective", _("Publié le"), sort_index="effective", default=False),
        Column("Subject", _("Mots-clés"), default=False),
        Column("Description", _("Résumé"), default=False),
    )
    facets = (
        TypeFacet("type", _("Type"), index="portal_type"),
        StateFacet("state", _("État"), index="review_state"),
        PersonFacet("author", _("Auteur"), index="Creator"),
        Facet("subject", _("Mot-clé"), index="Subject"),
        DateFacet("modified", _("Modifié")),
    )
    default_sort = "modified"
    empty = _("Il n'y a encore aucun contenu que vous puissiez voir.")

    def base_query(self):
        types = api.portal.get_tool("portal_catalog").uniqueValuesFor("portal_type")
        hidden = api.portal.get_registry_record("plone.types_not_searched", default=())
        return {
            "portal_type": [name for name in types if name not in set(hidden)],
            "path": self.path,
        }

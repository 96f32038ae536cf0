"""@saved-searches/<dashboard>: a person's own searches on a listing.

The listing is named as in its address: ``.../@saved-searches/contenus``. Whoever may
not open the listing may not open its shelf either.
"""

from imio.platform.core.browser.dashboard.saved import TooManySearches
from imio.platform.core.browser.dashboard.selection import form_of
from imio.platform.core.browser.dashboard.view import Dashboard
from imio.platform.i18n import _
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.deserializer import json_body
from plone.restapi.services import Service
from zExceptions import NotFound
from zExceptions import Unauthorized
from zope.i18n import translate
from zope.interface import alsoProvides
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


@implementer(IPublishTraverse)
class SavedSearchesService(Service):
    """Finds the listing and its shelf; the methods are below."""

    def __init__(self, context, request):
        super().__init__(context, request)
        self.names = []

    def publishTraverse(self, request, name):
        self.names.append(name)
        return self

    @property
    def dashboard(self) -> Dashboard:
        """The listing named in the address, if the person may open it.

        :raises NotFound: where the context has no such listing.
        :raises Unauthorized: where the person may not open it.
        """
        name = self.names[0] if self.names else ""
        view = self.context.restrictedTraverse(f"@@{name}", None) if name else None
        if not isinstance(view, Dashboard):
            raise NotFound(name)
        if view.saved is None:
            raise Unauthorized(name)
        return view

    def _shown(self, dashboard: Dashboard, kept) -> dict:
        selection = dashboard.read(form_of(kept.query_string))
        return {
            "@id": f"{self.context.absolute_url()}/@saved-searches/"
            f"{dashboard.__name__}/{kept.id}",
            "id": kept.id,
            "name": kept.name,
            "query": kept.query_string,
            "url": dashboard.address(selection),
            "items_total": len(dashboard.record_ids(selection)),
        }

    def _refused(self, status: int, message: str) -> dict:
        self.request.response.setStatus(status)
        sentence = translate(message, context=self.request)
        return {"error": {"type": "Refused", "message": sentence}, "message": sentence}


class SavedSearchesGet(SavedSearchesService):
    def reply(self):
        dashboard = self.dashboard
        return {
            "items": [self._shown(dashboard, kept) for kept in dashboard.saved.all()]
        }


class SavedSearchesPost(SavedSearchesService):
    """Keep ``{"name": ..., "query": ...}``; the same name is written over."""

    def reply(self):
        # Only a program can ask for JSON: a form on another site sets no such header.
        alsoProvides(self.request, IDisableCSRFProtection)
        dashboard = self.dashboard
        data = json_body(self.request)
        asked = dashboard.read(form_of(str(data.get("query") or "")))
        try:
            kept = dashboard.saved.save(
                str(data.get("name") or ""), asked.at_page(1).query_string()
            )
        except ValueError:
            message = _("Donnez un nom à cette recherche pour l'enregistrer.")
            return self._refused(400, message)
        except TooManySearches:
            message = _("Vous gardez déjà trop de recherches dans cette liste.")
            return self._refused(409, message)
        self.request.response.setStatus(201)
        return self._shown(dashboard, kept)


class SavedSearchesDelete(SavedSearchesService):
    def reply(self):
        alsoProvides(self.request, IDisableCSRFProtection)
        dashboard = self.dashboard
        search_id = self.names[1] if len(self.names) > 1 else ""
        if dashboard.saved.delete(search_id) is None:
            return self._refused(404, _("Cette recherche n'existe plus."))
        return self.reply_no_content()

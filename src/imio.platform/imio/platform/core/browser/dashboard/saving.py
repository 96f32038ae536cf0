"""Keeps and forgets a person's searches: posted forms of a dashboard."""

from AccessControl import Unauthorized
from imio.platform.core.browser.dashboard.saved import MAX_PER_DASHBOARD
from imio.platform.core.browser.dashboard.saved import TooManySearches
from imio.platform.core.browser.dashboard.selection import form_of
from imio.platform.i18n import _
from plone import api
from plone.protect import CheckAuthenticator


def handle_post(dashboard) -> str:
    """Do what the form asks, then show the dashboard again with a message.

    :raises Unauthorized: for an anonymous visitor.
    :raises Forbidden: without the form's own token.
    """
    if dashboard.saved is None:
        raise Unauthorized("Searches are kept for persons with an account.")
    CheckAuthenticator(dashboard.request)
    form = dashboard.request.form
    if form.get("action") == "delete-search":
        _delete(dashboard, str(form.get("search", "")))
    elif form.get("action") == "save-search":
        _save(dashboard, str(form.get("name", "")))
    selection = dashboard.read(form_of(str(form.get("query", ""))))
    return dashboard.request.response.redirect(dashboard.address(selection), status=303)


def _save(dashboard, name: str) -> None:
    asked = dashboard.read(form_of(str(dashboard.request.form.get("query", ""))))
    query_string = asked.at_page(1).query_string()
    try:
        kept = dashboard.saved.save(name, query_string)
    except ValueError:
        _say(
            dashboard, _("Donnez un nom à cette recherche pour l'enregistrer."), "error"
        )
    except TooManySearches:
        message = _(
            "Vous gardez déjà ${number} recherches dans cette liste : supprimez-en "
            "une avant d'en ajouter.",
            mapping={"number": MAX_PER_DASHBOARD},
        )
        _say(dashboard, message, "error")
    else:
        message = _(
            "La recherche « ${name} » est enregistrée.", mapping={"name": kept.name}
        )
        _say(dashboard, message)


def _delete(dashboard, search_id: str) -> None:
    forgotten = dashboard.saved.delete(search_id)
    if forgotten is None:
        _say(dashboard, _("Cette recherche n'existe plus."), "warning")
        return
    message = _(
        "La recherche « ${name} » est supprimée.", mapping={"name": forgotten.name}
    )
    _say(dashboard, message)


def _say(dashboard, message: str, kind: str = "info") -> None:
    api.portal.show_message(message, dashboard.request, type=kind)

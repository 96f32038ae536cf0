"""What an agent does on the page of a request, one function each.

Each takes the page and returns its answer, or nothing when the page is shown again
with what is wrong.
"""

from AccessControl import Unauthorized
from imio.platform.core.documents.errors import DocumentError
from imio.platform.ecounter.browser.form.inputs import html_id
from imio.platform.ecounter.browser.form.inputs import said
from imio.platform.ecounter.browser.form.page import named
from imio.platform.ecounter.browser.form.page import question_titles
from imio.platform.ecounter.browser.form.page import root_of
from imio.platform.ecounter.browser.form.reading import read_answers
from imio.platform.ecounter.browser.form.reading import with_changed_rows
from imio.platform.ecounter.content.request import PRIVATE
from imio.platform.ecounter.errors import UnknownAgent
from imio.platform.ecounter.processing import internal
from imio.platform.ecounter.processing.assignment import assign
from imio.platform.ecounter.processing.attestation import make_document
from imio.platform.i18n import _
from plone import api
from zope.i18n import translate

PROCESS = "imio.platform.ecounter: Process request"
NOTES = "imio.platform.ecounter: See private notes"
LONGEST_NOTE = 4000


def give(page):
    """Give the request to an agent; only a supervisor gives it to another."""
    _require(page, PROCESS)
    user_id = str(page.request.form.get("assignee", ""))
    if user_id != page.me and not page.can_supervise:
        return page.say(
            _("Seul un responsable confie une demande à un collègue."), "error"
        )
    try:
        assign(page.context, user_id)
    except UnknownAgent as error:
        return page.say(error.args[0], "error")
    return page.say(_("C'est fait : l'agent chargé de la demande est noté."))


def write_note(page):
    """Add a note that the applicant never reads."""
    _require(page, NOTES)
    text = str(page.request.form.get("note", "")).strip()
    if text and len(text) <= LONGEST_NOTE:
        page.context.note("note", page.me, text, PRIVATE)
        return page.say(_("La note est ajoutée."))
    page.note_text = text
    message = (
        _("Cette note est trop longue : 4 000 caractères au plus.")
        if text
        else _("Écrivez la note.")
    )
    page.problems = [
        {"url": "#q-note", "text": translate(message, context=page.request)}
    ]
    return None


def write_internal(page):
    """Keep the service's data, judged as any answer is."""
    _require(page, PROCESS)
    definition = internal.definition_of(page.context)
    if definition is None or not page.can_write_internal:
        return None
    fields = definition.pages[0].fields
    page.typed = read_answers(fields, page.request.form)
    if with_changed_rows(fields, page.typed, page.request.form):
        return None
    outcome = internal.look(page.context, page.typed)
    if not outcome.errors:
        internal.keep(page.context, outcome)
        return page.say(_("Les données du service sont enregistrées."))
    page.errors = outcome.errors
    titles = question_titles(outcome.pages[0].fields, "fr")
    page.problems = [
        {
            "url": f"#{html_id(each.path)}",
            "text": named(
                titles.get(root_of(each.path)), said(each.message, page.request)
            ),
        }
        for each in outcome.errors
    ]
    return None


def make(page):
    """Make the document that the procedure delivers."""
    _require(page, PROCESS)
    if not page.can_make_document:
        return page.say(_("Acceptez d'abord la demande."), "error")
    try:
        make_document(page.context)
    except DocumentError as error:
        return page.say(error.message, "error")
    return page.say(_("Le document est prêt : vérifiez-le, puis délivrez-le."))


def _require(page, permission: str) -> None:
    if not api.user.has_permission(permission, obj=page.context):
        raise Unauthorized(permission)


#: By value of the form's ``action``.
ACTIONS = {
    "assign": give,
    "note": write_note,
    "internal": write_internal,
    "document": make,
}

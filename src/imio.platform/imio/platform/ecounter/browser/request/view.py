"""A request on one page, for the agent who treats it."""

from AccessControl import Unauthorized
from functools import cached_property
from imio.platform.core.organisation.directory import service
from imio.platform.core.organisation.membership import full_name
from imio.platform.ecounter.browser.form.inputs import Drawing
from imio.platform.ecounter.browser.form.inputs import said
from imio.platform.ecounter.browser.form.readable import readable_pages
from imio.platform.ecounter.browser.queue.due import CSS
from imio.platform.ecounter.browser.request.treating import ACTIONS
from imio.platform.ecounter.content.ecounter import ecounter_of
from imio.platform.ecounter.content.instants import local
from imio.platform.ecounter.content.request import AGENT
from imio.platform.ecounter.content.request import CITIZEN
from imio.platform.ecounter.content.request import PRIVATE
from imio.platform.ecounter.filing.access import is_owner
from imio.platform.ecounter.filing.facts import outcome_of
from imio.platform.ecounter.filing.supplements import supplements
from imio.platform.ecounter.processing import internal
from imio.platform.ecounter.processing.assignment import colleagues
from imio.platform.ecounter.processing.deadline import due_of
from imio.platform.ecounter.processing.deadline import is_stopped
from imio.platform.ecounter.processing.deadline import urgency_of
from imio.platform.ecounter.processing.deadline import WORDS
from imio.platform.ecounter.rules.definition import Field
from imio.platform.ecounter.rules.kinds import KINDS
from imio.platform.ecounter.rules.kinds.moments import in_words
from imio.platform.i18n import _
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from zope.i18n import translate

PROCESS = "imio.platform.ecounter: Process request"
SUPERVISE = "imio.platform.ecounter: Supervise request"
NOTES = "imio.platform.ecounter: See private notes"

#: The question that contacts are written as the answers of.
PHONE = Field("phone", "phone", "phone")

#: What an agent reads of each kind of line of the history.
LINES = {
    "submit": _("Demande envoyée"),
    "take": _("Prise en charge"),
    "ask": _("Question au demandeur"),
    "answer": _("Réponse du demandeur"),
    "resume": _("Traitement repris"),
    "wait": _("Mise en attente d'un avis"),
    "accept": _("Acceptée"),
    "refuse": _("Refusée"),
    "deliver": _("Document délivré"),
    "close": _("Clôturée"),
    "withdraw": _("Retirée par le demandeur"),
    "reopen": _("Rouverte"),
    "assign": _("Confiée à"),
    "document": _("Document produit"),
    "comment": _("Commentaire"),
    "note": _("Note interne"),
    "hold": _("Conservée malgré l'échéance"),
    "release": _("Suit à nouveau le délai de conservation"),
}


def _readable_phone(number: str) -> str:
    """A kept number as people write it."""
    return KINDS["phone"].display(PHONE, number) if number else ""


class RequestPage(BrowserView):
    """Answers, files, history, notes and what to do next.

    The applicant who comes here is led to her own page.
    """

    problems: list[dict] = []
    typed = None
    note_text = ""

    def __call__(self):
        self.request.response.setHeader("Cache-Control", "private, no-store")
        if is_owner(self.context) and not self.is_staff:
            counter_url = ecounter_of(self.context).absolute_url()
            url = f"{counter_url}/demande/{self.context.uid}"
            return self.request.response.redirect(url)
        if not self.is_staff:
            raise Unauthorized(NOTES)
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            action = ACTIONS.get(self.request.form.get("action", ""))
            if action is not None:
                return action(self) or self.index()
        return self.index()

    def say(self, message, kind: str = "info"):
        """Say what happened on the page that is loaded next."""
        api.portal.show_message(message, self.request, type=kind)
        return self.request.response.redirect(self.context.absolute_url(), status=303)

    # What the template reads

    errors: list = []

    @property
    def me(self) -> str:
        return api.user.get_current().getId()

    @property
    def is_staff(self) -> bool:
        return api.user.has_permission(NOTES, obj=self.context)

    @property
    def can_process(self) -> bool:
        return api.user.has_permission(PROCESS, obj=self.context)

    @property
    def can_supervise(self) -> bool:
        return api.user.has_permission(SUPERVISE, obj=self.context)

    @property
    def queue_url(self) -> str:
        return f"{ecounter_of(self.context).absolute_url()}/@@file-des-demandes"

    @property
    def files_url(self) -> str:
        return f"{self.context.absolute_url()}/@@fichier"

    @property
    def state(self) -> str:
        return api.content.get_state(self.context)

    @property
    def service_title(self) -> str:
        found = service(self.context.service_uid)
        return found.Title() if found is not None else "—"

    @property
    def assignee_name(self) -> str:
        return full_name(self.context.assignee) if self.context.assignee else ""

    @property
    def colleagues(self) -> list[tuple[str, str]]:
        return colleagues(self.context)

    @property
    def sent_on(self) -> str:
        sent = self.context.submitted_at
        return self._when(sent) if sent else ""

    @property
    def anonymised_on(self) -> str:
        at = self.context.anonymised_at
        return in_words(local(at).date()) if at is not None else ""

    @property
    def is_stopped(self) -> bool:
        return is_stopped(self.context)

    @cached_property
    def due(self) -> dict[str, str] | None:
        """The last day to treat it, with the words and the colour of what is late."""
        day = due_of(self.context)
        if day is None:
            return None
        urgency = urgency_of(day)
        words = WORDS.get(urgency)
        return {
            "day": in_words(day),
            "words": translate(words, context=self.request) if words else "",
            "css": CSS.get(urgency, "badge"),
        }

    @property
    def applicant(self) -> list[tuple[str, str]]:
        known = self.context.applicant
        rows = (
            (_("Nom"), known.get("name")),
            (_("E-mail"), known.get("email")),
            (_("Téléphone"), _readable_phone(known.get("phone", ""))),
        )
        return [
            (translate(title, context=self.request), value)
            for title, value in rows
            if value
        ]

    @cached_property
    def pages(self):
        return readable_pages(outcome_of(self.context), self.request, with_empty=False)

    @property
    def supplements(self) -> list:
        """Files that the applicant joined to her answers."""
        return supplements(self.context)

    @property
    def documents(self):
        return self.context.files("document")

    @property
    def template_id(self) -> str:
        return self.context.procedure().document_template or ""

    @property
    def can_make_document(self) -> bool:
        return bool(self.template_id) and self.state in ("accepted", "delivered")

    @property
    def history(self) -> list[dict]:
        """Newest first; private lines only for who may read them."""
        lines = []
        for line in reversed(self.context.history):
            if line["seen_by"] not in (CITIZEN, AGENT) and not self.is_staff:
                continue
            title = LINES.get(line["kind"])
            lines.append(
                {
                    "title": translate(title, context=self.request)
                    if title
                    else line["kind"],
                    "text": line["text"],
                    "who": full_name(line["actor"]) if line["actor"] else "",
                    "when": self._when(line["at"]),
                    "datetime": line["at"].isoformat(),
                    "is_private": line["seen_by"] == PRIVATE,
                }
            )
        return lines

    @cached_property
    def internal_inputs(self):
        """The service's questions, ready to be answered; empty when there are none."""
        definition = internal.definition_of(self.context)
        if definition is None or not self.can_write_internal:
            return []
        outcome = internal.look(self.context, self.typed, judged=False)
        errors = {each.path: said(each.message, self.request) for each in self.errors}
        drawing = Drawing(self.request, self.typed or {}, errors, "fr")
        return drawing.inputs(outcome.pages[0].fields)

    @property
    def can_write_internal(self) -> bool:
        """From taking the request until its document is delivered."""
        return self.can_process and self.state not in ("submitted", "delivered")

    @property
    def internal_pages(self):
        """What the service wrote, when it cannot be changed any more."""
        if self.can_write_internal:
            return []
        outcome = internal.look(self.context, judged=False)
        return (
            readable_pages(outcome, self.request, with_empty=False) if outcome else []
        )

    def _when(self, at) -> str:
        at = local(at)
        return f"{in_words(at.date())} à {at:%H:%M}"

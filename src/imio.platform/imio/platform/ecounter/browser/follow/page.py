"""Where a request stands, for the person who filed it."""

from functools import cached_property
from imio.platform.core.clock import today
from imio.platform.core.organisation.directory import service
from imio.platform.ecounter.browser.form.inputs import said
from imio.platform.ecounter.browser.form.readable import readable_pages
from imio.platform.ecounter.browser.form.uploads import chosen_files
from imio.platform.ecounter.content.instants import local
from imio.platform.ecounter.content.request import CITIZEN
from imio.platform.ecounter.filing import access
from imio.platform.ecounter.filing.facts import outcome_of
from imio.platform.ecounter.filing.supplements import join
from imio.platform.ecounter.filing.supplements import supplements
from imio.platform.ecounter.processing.deadline import due_of
from imio.platform.ecounter.processing.deadline import is_stopped
from imio.platform.ecounter.rules.kinds.moments import in_words
from imio.platform.ecounter.rules.steps import citizen_label
from imio.platform.i18n import _
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18n import translate

#: What the applicant reads of each kind of line of the history.
LINES = {
    "submit": _("Vous avez envoyé la demande"),
    "take": _("La commune a pris la demande en charge"),
    "ask": _("La commune vous a posé une question"),
    "answer": _("Vous avez répondu"),
    "resume": _("Le traitement a repris"),
    "wait": _("La commune attend un avis"),
    "accept": _("La demande est acceptée"),
    "refuse": _("La demande est refusée"),
    "deliver": _("Le document est disponible"),
    "close": _("La demande est terminée"),
    "withdraw": _("Vous avez retiré la demande"),
    "reopen": _("La demande est rouverte"),
}

LONGEST_ANSWER = 4000


class FollowPage(BrowserView):
    """State, question of the commune, documents, history, answers."""

    template = ViewPageTemplateFile("page.pt")
    error = ""
    #: Id of the input that the error is about.
    error_at = "q-answer"

    def __init__(self, context, request, filed):
        super().__init__(context, request)
        self.filed = filed

    def __call__(self):
        if self.request.method == "POST":
            action = self.request.form.get("action")
            if action == "answer" and self.state == "awaiting_citizen":
                return self._answer()
            if action == "withdraw" and self.can_withdraw:
                return self._withdraw()
        return self.template()

    def _answer(self):
        text = str(self.request.form.get("answer", "")).strip()
        # Kept at once: an error elsewhere loses no upload.
        kept, problems = join(self.filed, chosen_files(self.request.form, "files"))
        waiting = [*self.waiting, *kept]
        self.filed.waiting_files = waiting
        if problems:
            self.error_at = "q-files"
            self.error = " ".join(said(each, self.request) for each in problems)
        elif not text and not waiting:
            self.error = translate(
                _("Écrivez votre réponse ou joignez un fichier."), context=self.request
            )
        elif len(text) > LONGEST_ANSWER:
            self.error = translate(
                _(
                    "Votre réponse est trop longue : ${max} caractères au plus.",
                    mapping={"max": "4 000"},
                ),
                context=self.request,
            )
        if self.error:
            return self.template()
        self.filed.waiting_files = ()
        words = "\n".join(filter(None, [text, *self._joined(waiting)]))
        return self._do("answer", words, _("Votre réponse est envoyée."))

    def _joined(self, filenames: list[str]) -> list[str]:
        """The line of the history that names the files."""
        if not filenames:
            return []
        message = _("Joint : ${files}", mapping={"files": ", ".join(filenames)})
        return [translate(message, context=self.request)]

    def _withdraw(self):
        if self.request.form.get("sure") != "1":
            self.error_at = "q-sure"
            self.error = translate(
                _("Cochez la case pour confirmer que vous retirez la demande."),
                context=self.request,
            )
            return self.template()
        return self._do("withdraw", "", _("Votre demande est retirée."))

    def _do(self, transition: str, comment: str, message: str):
        with api.env.adopt_roles(["Applicant"]):
            api.content.transition(self.filed, transition, comment=comment)
        api.portal.show_message(message, self.request)
        return self.request.response.redirect(self.base, status=303)

    @property
    def base(self) -> str:
        return f"{self.context.absolute_url()}/demande/{self.filed.uid}"

    @property
    def state(self) -> str:
        return api.content.get_state(self.filed)

    @property
    def label(self) -> str:
        return citizen_label(self.state, self.filed.version().steps())

    @property
    def procedure(self):
        return self.filed.procedure()

    @property
    def service_title(self) -> str:
        found = service(self.filed.service_uid)
        return found.Title() if found is not None else ""

    @property
    def is_stopped(self) -> bool:
        return is_stopped(self.filed)

    @property
    def due(self) -> str:
        """The day by which the commune treats the request, if it is still ahead."""
        due = due_of(self.filed)
        return in_words(due) if due is not None and due >= today() else ""

    @property
    def waiting(self) -> list[str]:
        """Names of files that came with an answer that could not be sent yet."""
        return list(self.filed.waiting_files)

    @property
    def supplements(self) -> list:
        """Files that she joined to her answers."""
        return supplements(self.filed)

    @property
    def can_withdraw(self) -> bool:
        return self.state in ("submitted", "in_progress", "awaiting_citizen")

    @property
    def documents(self) -> list:
        """Documents that may be downloaded now."""
        if self.state not in ("delivered", "closed"):
            return []
        return self.filed.files("document")

    @property
    def timeline(self) -> list[dict[str, str]]:
        """Newest first."""
        lines = []
        for line in reversed(self.filed.history):
            if line["seen_by"] != CITIZEN or line["kind"] not in LINES:
                continue
            at = local(line["at"])
            lines.append(
                {
                    "title": translate(LINES[line["kind"]], context=self.request),
                    "text": line["text"],
                    "when": f"{in_words(at.date())} à {at:%H:%M}",
                    "datetime": at.isoformat(),
                }
            )
        return lines

    @cached_property
    def pages(self):
        return readable_pages(outcome_of(self.filed), self.request, with_empty=False)

    @property
    def token(self) -> str:
        return access.form_token(self.filed)

    @property
    def sent_on(self) -> str:
        return in_words(local(self.filed.submitted_at).date())

    @property
    def written(self) -> str:
        return str(self.request.form.get("answer", ""))

"""``POST <procedure>/@requests``: file a request, judged as the pages judge it."""

from base64 import b64decode
from binascii import Error as NotBase64
from imio.platform.ecounter.api.problem import field_problems
from imio.platform.ecounter.api.problem import problem
from imio.platform.ecounter.errors import ProcedureClosed
from imio.platform.ecounter.filing import access
from imio.platform.ecounter.filing import drafts
from imio.platform.ecounter.filing.facts import facts_for
from imio.platform.ecounter.filing.facts import present_person
from imio.platform.ecounter.filing.files import attach
from imio.platform.ecounter.filing.mails import follow_url
from imio.platform.ecounter.filing.submission import submit
from imio.platform.ecounter.rules.errors import FieldError
from imio.platform.ecounter.rules.errors import Invalid
from imio.platform.ecounter.rules.evaluation import evaluate_all
from imio.platform.ecounter.rules.message import _ as rule_message
from imio.platform.i18n import _
from plone import api
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.deserializer import json_body
from plone.restapi.exceptions import DeserializationError
from plone.restapi.services import Service
from zope.interface import alsoProvides
import json
import transaction

MOST_FILES = 20


class FileRequest(Service):
    """``{"answers": {...}, "declarations": ["truth"]}``; all or nothing is kept.

    A file is ``{"filename": "...", "data": "<base64>"}``. Only JSON is read, which no
    page of another site can post in somebody's name.
    """

    def render(self):
        self.check_permission()
        if "json" not in (self.request.getHeader("Content-Type") or ""):
            return problem(self.request, 415, _("Envoyez du JSON."))
        # A page of another site cannot post JSON without the browser asking first.
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            body = json_body(self.request)
        except DeserializationError:
            return problem(self.request, 400, _("Ce JSON n'est pas lisible."))
        answers = body.get("answers")
        if not isinstance(answers, dict):
            return problem(
                self.request, 400, _("Donnez les réponses dans « answers ».")
            )
        ticked = body.get("declarations") or []
        if not isinstance(ticked, list):
            return problem(
                self.request,
                400,
                _("Donnez dans « declarations » la liste des déclarations cochées."),
            )
        if present_person().level < (self.context.level_min or 0):
            return problem(self.request, 401, _("Il faut se connecter."))
        return self._file(answers, ticked)

    def _file(self, answers, ticked):
        try:
            request = drafts.start(self.context, channel="api")
        except ProcedureClosed as error:
            return problem(self.request, 409, error.args[0])
        definition = request.version().compiled()
        answers, file_errors = self._with_files(request, definition, answers)
        outcome = evaluate_all(definition, answers, facts_for(self.context, definition))
        errors = [*file_errors, *outcome.errors]
        errors += [
            FieldError("", each.name, rule_message("Cette déclaration est demandée."))
            for each in definition.declarations
            if each.name not in ticked
        ]
        if errors:
            found = field_problems(self.request, errors)
            # The draft and its files go with the transaction.
            transaction.abort()
            return problem(
                self.request,
                400,
                _("La demande n'est pas complète ou contient des erreurs."),
                errors=found,
            )
        request.answers.update(outcome.values)
        request.pages_done.extend(shown.page.name for shown in outcome.pages)
        submit(request, outcome)
        return self._created(request, answers)

    def _with_files(self, request, definition, answers):
        """Answers whose files are kept with the request, and what was wrong."""
        answers, errors = dict(answers), []
        for page, field in definition.fields():
            if field.kind != "file" or field.name not in answers:
                continue
            sent = answers.pop(field.name)
            references = []
            for each in sent[:MOST_FILES] if isinstance(sent, list) else [sent]:
                try:
                    references.append(attach(request, field, *_upload(each)))
                except Invalid as error:
                    errors.append(FieldError(page.name, field.name, error.message))
            answers[field.name] = references
        return answers, errors

    def _created(self, request, answers):
        self.request.response.setStatus(201)
        self.request.response.setHeader("Content-Type", "application/json")
        url = follow_url(request)
        self.request.response.setHeader("Location", url)
        known = set(request.version().compiled().fields_by_name)
        return json.dumps(
            {
                "@id": url,
                "number": request.number,
                "state": api.content.get_state(request),
                "tracking_code": access.tracking_code(request),
                "ignored": sorted(set(map(str, answers)) - known),
            },
            ensure_ascii=False,
        ).encode()


def _upload(each) -> tuple[str, bytes]:
    try:
        return str(each["filename"]), b64decode(each["data"], validate=True)
    except (TypeError, KeyError, ValueError, NotBase64) as error:
        raise Invalid(
            rule_message(
                "Donnez chaque fichier avec « filename » et « data » (base64)."
            )
        ) from error

"""What the templates of documents ask of a request."""

from collective.documentgenerator.helper.dexterity import DXDocumentGenerationHelperView
from functools import cached_property
from imio.platform.ecounter.browser.form.readable import readable_pages
from imio.platform.ecounter.browser.form.readable import ReadableAnswer
from imio.platform.ecounter.content.instants import local
from imio.platform.ecounter.filing.facts import outcome_of
from imio.platform.ecounter.processing import internal
from imio.platform.ecounter.rules.kinds.moments import in_words
from plone import api
from Products.Five.browser import BrowserView


class RequestHelper(DXDocumentGenerationHelperView):
    """Answers in words, through the same evaluation as the pages."""

    @property
    def filed(self):
        return self.real_context

    @property
    def procedure_title(self) -> str:
        return self.filed.procedure().Title()

    @property
    def sent_on(self) -> str:
        sent = self.filed.submitted_at
        return in_words(local(sent).date()) if sent else ""

    @property
    def applicant_name(self) -> str:
        return self.filed.applicant.get("name", "")

    @cached_property
    def pages(self):
        return readable_pages(outcome_of(self.filed), None, with_empty=False)

    def lines(self, page) -> list[tuple[str, str]]:
        """Title and value of each answer of a page."""
        return [(answer.title.rstrip(" ?"), _text(answer)) for answer in page.answers]

    def answer(self, name: str) -> str:
        """One answer, or an empty text."""
        return _find(self.pages, name)

    def value(self, name: str):
        """One answer as it is kept: the id of a choice and not its label."""
        return self.filed.answers.get(name)

    def internal(self, name: str) -> str:
        """One of the service's data."""
        return _find(self._internal_pages, name)

    def internal_rows(self, name: str) -> list[dict[str, str]]:
        """The rows of a repeated group of the service's data, by question."""
        found = _answer(self._internal_pages, name)
        rows = found.rows if found is not None else ()
        return [{cell.name: cell.text for cell in row} for row in rows]

    @cached_property
    def _internal_pages(self):
        outcome = internal.look(self.filed)
        return readable_pages(outcome, None) if outcome is not None else []


class DocumentReady(BrowserView):
    """Id of the document that may be made of the request now, or nothing."""

    def __call__(self) -> str:
        procedure = self.context.procedure()
        if api.content.get_state(self.context) not in ("accepted", "delivered"):
            return ""
        return (procedure.document_template or "") if procedure is not None else ""


def _answer(pages, name: str) -> ReadableAnswer | None:
    answers = (answer for page in pages for answer in page.answers)
    return next((answer for answer in answers if answer.name == name), None)


def _find(pages, name: str) -> str:
    found = _answer(pages, name)
    return _text(found) if found is not None else ""


def _text(answer: ReadableAnswer) -> str:
    if answer.files:
        return ", ".join(each["filename"] for each in answer.files)
    if answer.rows:
        return " ; ".join(
            ", ".join(cell.text for cell in row if cell.text) for row in answer.rows
        )
    return answer.text

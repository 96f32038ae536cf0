"""One page of questions, with or without a draft behind it."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from imio.platform.ecounter.browser.form.inputs import Drawing
from imio.platform.ecounter.browser.form.inputs import html_id
from imio.platform.ecounter.browser.form.inputs import Input
from imio.platform.ecounter.browser.form.inputs import said
from imio.platform.ecounter.browser.form.prefill import prefilled
from imio.platform.ecounter.browser.form.reading import read_answers
from imio.platform.ecounter.browser.form.reading import with_changed_rows
from imio.platform.ecounter.filing.facts import present_person
from imio.platform.ecounter.rules.errors import FieldError
from imio.platform.ecounter.rules.evaluation import Outcome
from imio.platform.ecounter.rules.evaluation import ShownField
from imio.platform.ecounter.rules.evaluation import ShownPage
from imio.platform.ecounter.rules.message import in_language
from imio.platform.i18n import _
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18n import translate
import re


class QuestionsPage(BrowserView):
    """What the first page and the following ones share.

    A subclass says the ``procedure``, the ``page_name``, how to ``judge`` what was
    typed and what to do when it is right (``accept``).
    """

    template = ViewPageTemplateFile("page.pt")
    #: What was typed, when the page is shown again.
    typed = None
    outcome: Outcome
    errors: list[FieldError] = []
    #: Whether the answers made other questions appear on the page.
    has_more = False
    #: Hidden inputs beside those of every page.
    hidden: dict[str, str] = {}

    # What a subclass answers

    procedure = None
    page_name = ""
    back_url = ""
    back_to_summary = False

    def look(self) -> Outcome:
        """The questions as they stand."""
        raise NotImplementedError

    def judge(self, typed) -> Outcome:
        """The questions once ``typed`` answers this page."""
        raise NotImplementedError

    def receive_files(self) -> list[FieldError]:
        """Take the uploads into ``self.typed``; what is wrong with them."""
        raise NotImplementedError

    def accept(self, outcome: Outcome):
        """Keep right answers and go on."""
        raise NotImplementedError

    # The cycle of a page

    def show(self) -> str:
        self.outcome = self.look()
        self.typed = prefilled(self.shown.fields, present_person(), self.is_done)
        return self.template()

    def post(self):
        form = self.request.form
        fields = [shown.field for shown in self.look().page(self.page_name).fields]
        known = {field.name for field in fields}
        fields += [each for each in self.page.fields if each.name not in known]
        self.typed = read_answers(fields, form)
        changed = with_changed_rows(fields, self.typed, form)
        file_errors = self.receive_files()
        if changed:
            self.outcome = self.look_at(self.typed)
            return self.template()
        self.outcome = self.judge(self.typed)
        new = self._not_yet_drawn(form)
        self.errors = [
            *file_errors,
            *(each for each in self.outcome.errors if root_of(each.path) not in new),
        ]
        self.has_more = bool(new) and not self.errors
        if self.errors or new or form.get("_remove_file"):
            return self.template()
        return self.accept(self.outcome)

    def _not_yet_drawn(self, form) -> list[str]:
        """Questions that the answers made appear: nobody could answer them.

        A page posted without the list of what it showed is judged whole.
        """
        if "_shown" not in form:
            return []
        drawn = set(str(form["_shown"]).split())
        return [name for name in self.shown.names if name not in drawn]

    def look_at(self, typed) -> Outcome:
        """The questions with ``typed`` unjudged, for a page that only changes shape."""
        return self.judge(typed)

    # What the template reads

    @property
    def is_done(self) -> bool:
        """Whether the page has been answered before."""
        return False

    @cached_property
    def page(self):
        return self.version.compiled().page(self.page_name)

    @property
    def version(self):
        return self.procedure.current_version()

    @property
    def shown(self) -> ShownPage:
        return self.outcome.page(self.page_name)

    @property
    def language(self) -> str:
        return self.request.get("LANGUAGE", "fr")[:2]

    @property
    def title(self) -> str:
        return in_language(self.page.title, self.language)

    @property
    def intro(self) -> str:
        return in_language(self.page.intro, self.language)

    @property
    def position(self) -> int:
        return [each.page.name for each in self.outcome.pages].index(self.page_name) + 1

    @property
    def number_of_pages(self) -> int:
        return len(self.outcome.pages)

    @property
    def shown_names(self) -> str:
        return " ".join(self.shown.names)

    @property
    def problems(self) -> list[dict[str, str]]:
        """Lines of the error summary, each naming its question and leading to it."""
        titles = question_titles(self.shown.fields, self.language)
        return [
            {
                "url": f"#{html_id(error.path)}" if error.path else "",
                "text": named(
                    self._title_of(error.path, titles),
                    said(error.message, self.request),
                ),
            }
            for error in self.errors
        ]

    def _title_of(self, path: str, titles: dict[str, str]) -> str | None:
        """Label of the question, with the number of its row if it has rows."""
        title = titles.get(root_of(path))
        row = re.match(r"[a-z0-9_]+-(\d+)\.", path)
        if title is None or row is None:
            return title
        return translate(
            _(
                "${question}, ligne ${number}",
                mapping={"question": title, "number": int(row.group(1)) + 1},
            ),
            context=self.request,
        )

    @cached_property
    def inputs(self) -> list[Input]:
        errors: dict[str, str] = {}
        for error in self.errors:
            errors.setdefault(error.path, said(error.message, self.request))
        inputs = Drawing(self.request, self.typed or {}, errors, self.language).inputs(
            self.shown.fields
        )
        if len(inputs) == 1 and inputs[0].title == self.title:
            inputs[0] = replace(inputs[0], hides_legend=True)
        return inputs

    @property
    def has_files(self) -> bool:
        return any(each.drawn_as == "file" for each in self.inputs)


def question_titles(fields: Iterable[ShownField], language: str) -> dict[str, str]:
    """The questions' labels, by name."""
    return {
        shown.field.name: in_language(shown.field.title, language) for shown in fields
    }


def named(title: str | None, sentence: str) -> str:
    """A sentence of the error summary after the label of its question."""
    return f"{title.rstrip(' ?')} : {sentence}" if title else sentence


def root_of(path: str) -> str:
    """Name of the question of the page that an input belongs to."""
    return path.partition(".")[0].partition("-")[0]

"""A page of a draft."""

from imio.platform.ecounter.browser.form.page import QuestionsPage
from imio.platform.ecounter.browser.form.uploads import receive
from imio.platform.ecounter.filing import access
from imio.platform.ecounter.filing import drafts
from zope.publisher.interfaces import NotFound


class DraftPage(QuestionsPage):
    """Asks one page of the draft ``filed``; what is right is kept at once."""

    def __init__(self, context, request, filed, page_name: str = ""):
        super().__init__(context, request)
        self.filed = filed
        self.page_name = page_name

    def __call__(self):
        outcome = drafts.look(self.filed)
        if outcome.page(self.page_name) is None:
            raise NotFound(self.context, self.page_name, self.request)
        self.before = outcome
        if self.request.method == "POST":
            return self.post()
        return self.show()

    @property
    def procedure(self):
        return self.filed.procedure()

    @property
    def version(self):
        return self.filed.version()

    @property
    def is_done(self) -> bool:
        return self.page_name in self.filed.pages_done

    @property
    def base(self) -> str:
        return f"{self.context.absolute_url()}/demande/{self.filed.uid}"

    @property
    def action(self) -> str:
        suffix = "?retour=recapitulatif" if self.back_to_summary else ""
        return f"{self.base}/page/{self.page_name}{suffix}"

    @property
    def back_to_summary(self) -> bool:
        return self.request.form.get("retour") == "recapitulatif"

    @property
    def back_url(self) -> str:
        if self.back_to_summary and self._is_ready:
            return f"{self.base}/recapitulatif"
        names = [shown.page.name for shown in self.before.pages]
        position = names.index(self.page_name)
        if position == 0:
            return self.procedure.absolute_url()
        return f"{self.base}/page/{names[position - 1]}"

    @property
    def _is_ready(self) -> bool:
        """Whether the summary shows itself and leads back to no page."""
        return not drafts.first_unfinished(self.filed, drafts.judge_all(self.filed))

    @property
    def hidden(self):
        return {"_form": access.form_token(self.filed)}

    @property
    def code(self) -> str:
        """Told so that the person may stop here and come back."""
        return access.tracking_code(self.filed)

    def look(self):
        return drafts.look(self.filed)

    def judge(self, typed):
        return drafts.judge(self.filed, self.page_name, typed)

    def receive_files(self):
        kept, errors = receive(
            self.filed,
            self.page_name,
            [shown.field for shown in self.before.page(self.page_name).fields],
            self.request.form,
            self.filed.answers,
        )
        self.typed.update(kept)
        for name, references in kept.items():
            # Kept at once: an error elsewhere on the page loses no upload.
            if references:
                self.filed.answers[name] = references
            else:
                self.filed.answers.pop(name, None)
        return errors

    def accept(self, outcome):
        drafts.keep(self.filed, self.page_name, outcome)
        following = drafts.next_page(
            self.filed, self.page_name, outcome, self.back_to_summary
        )
        if following:
            suffix = "?retour=recapitulatif" if self.back_to_summary else ""
            where = f"page/{following}{suffix}"
        else:
            where = "recapitulatif"
        return self.request.response.redirect(f"{self.base}/{where}", status=303)

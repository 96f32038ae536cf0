"""Check your answers: everything that will be sent, with a way back to each."""

from functools import cached_property
from imio.platform.ecounter.browser.form.inputs import said
from imio.platform.ecounter.browser.form.readable import readable_pages
from imio.platform.ecounter.filing import access
from imio.platform.ecounter.filing import drafts
from imio.platform.ecounter.filing.submission import submit
from imio.platform.ecounter.rules.message import _
from imio.platform.ecounter.rules.message import in_language
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile

NOT_TICKED = _("Cochez cette case pour envoyer la demande.")


class Summary(BrowserView):
    """Shows the answers, takes the declarations and sends."""

    template = ViewPageTemplateFile("summary.pt")
    missing: tuple[str, ...] = ()

    def __init__(self, context, request, filed):
        super().__init__(context, request)
        self.filed = filed

    def __call__(self):
        unfinished = drafts.first_unfinished(self.filed, self.outcome)
        if unfinished:
            return self._go(f"page/{unfinished}?retour=recapitulatif")
        if self.request.method == "POST":
            self.missing = tuple(
                each.name
                for each in self.definition.declarations
                if self.request.form.get(each.name) != "1"
            )
            if not self.missing:
                submit(self.filed, self.outcome)
                return self._go("confirmation")
        return self.template()

    def _go(self, where: str):
        return self.request.response.redirect(f"{self.base}/{where}", status=303)

    @property
    def base(self) -> str:
        return f"{self.context.absolute_url()}/demande/{self.filed.uid}"

    @property
    def definition(self):
        return self.filed.version().compiled()

    @cached_property
    def outcome(self):
        return drafts.judge_all(self.filed)

    @property
    def pages(self):
        return readable_pages(self.outcome, self.request)

    @property
    def declarations(self) -> list[dict]:
        language = self.request.get("LANGUAGE", "fr")[:2]
        return [
            {
                "name": each.name,
                "text": in_language(each.text, language),
                "is_ticked": self.request.form.get(each.name) == "1",
                "error": said(NOT_TICKED, self.request)
                if each.name in self.missing
                else "",
            }
            for each in self.definition.declarations
        ]

    @property
    def token(self) -> str:
        return access.form_token(self.filed)

    @property
    def code(self) -> str:
        return access.tracking_code(self.filed)

    @property
    def last_page_url(self) -> str:
        return f"{self.base}/page/{self.outcome.pages[-1].page.name}"

"""The first page of a procedure: there is no draft until it is answered rightly."""

from imio.platform.ecounter.browser.form.page import QuestionsPage
from imio.platform.ecounter.browser.form.uploads import judge_without_draft
from imio.platform.ecounter.browser.form.uploads import receive
from imio.platform.ecounter.content.ecounter import ecounter_of
from imio.platform.ecounter.filing import access
from imio.platform.ecounter.filing import claims
from imio.platform.ecounter.filing import drafts
from imio.platform.ecounter.filing.facts import present_person
from plone import api
from urllib.parse import quote


class Start(QuestionsPage):
    """Asks the first page; a right answer makes the draft and its tracking code.

    Anybody may post it: it makes a draft that belongs to who posts it and changes
    nothing else, so the token only serves to make a form sent twice one draft.
    """

    def __call__(self):
        self.request.response.setHeader("Cache-Control", "private, no-store")
        if not self.procedure.is_open:
            return self.request.response.redirect(self.procedure.absolute_url())
        if present_person().level < (self.procedure.level_min or 0):
            return self.request.response.redirect(self._login_url)
        if self.request.method == "POST":
            return self.post()
        return self.show()

    @property
    def procedure(self):
        return self.context

    @property
    def page_name(self) -> str:
        return self.version.compiled().pages[0].name

    @property
    def back_url(self) -> str:
        return self.procedure.absolute_url()

    @property
    def action(self) -> str:
        return f"{self.procedure.absolute_url()}/commencer"

    @property
    def hidden(self):
        token = self.request.form.get("_token")
        return {"_token": token if claims.is_token(token) else claims.new_token()}

    @property
    def _login_url(self) -> str:
        portal = api.portal.get().absolute_url()
        return f"{portal}/login?came_from={quote(self.action)}"

    def look(self):
        return drafts.judge_first(self.procedure, "", {})

    def judge(self, typed):
        return drafts.judge_first(self.procedure, self.page_name, typed)

    def receive_files(self):
        return judge_without_draft(self.page_name, self.page.fields, self.request.form)

    def accept(self, outcome):
        counter = ecounter_of(self.procedure)
        token = self.hidden["_token"]
        filed = access.find(counter, claims.claimed(counter, token))
        if filed is None or api.content.get_state(filed) != "draft":
            filed = drafts.start(self.procedure)
            claims.claim(counter, token, filed.uid)
            kept, _errors = receive(
                filed, self.page_name, self.page.fields, self.request.form, {}
            )
            outcome.values.update({name: refs for name, refs in kept.items() if refs})
            drafts.keep(filed, self.page_name, outcome)
        access.remember(filed, self.request)
        following = drafts.next_page(filed, self.page_name, outcome, to_summary=False)
        where = f"page/{following}" if following else "recapitulatif"
        return self.request.response.redirect(
            f"{counter.absolute_url()}/demande/{filed.uid}/{where}", status=303
        )

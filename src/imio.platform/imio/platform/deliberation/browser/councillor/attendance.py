"""@@ma-presence: the answer to a convocation, by the link of its mail."""

from functools import cached_property
from imio.platform.core import clock
from imio.platform.deliberation.browser.body.meetings import when
from imio.platform.deliberation.browser.forms import FormPage
from imio.platform.deliberation.content.meeting import meeting_start
from imio.platform.deliberation.content.my_mandates import my_mandate
from imio.platform.deliberation.records.announced import Answer
from imio.platform.deliberation.records.announced import answers
from imio.platform.deliberation.rules.countdown import countdown
from imio.platform.deliberation.workflow.announcing import answer
from imio.platform.deliberation.workflow.announcing import ANSWERS
from imio.platform.deliberation.workflow.announcing import may_answer
from imio.platform.i18n import _


class MyAttendance(FormPage):
    """A visitor who follows the mail's link signs in first, then comes back here."""

    @cached_property
    def refusal(self) -> str:
        found = may_answer(self.context)
        return "" if found else self.said(found.reason)

    @cached_property
    def said_before(self) -> Answer | None:
        mandate = my_mandate(self.context)
        return answers(self.context).get(mandate.uid) if mandate is not None else None

    @property
    def choices(self) -> list[dict]:
        former = str(self.said_before.status) if self.said_before else ""
        chosen = self.value("status") or former
        return [
            {
                "value": str(status),
                "title": self.said(title),
                "checked": "checked" if chosen == status else None,
            }
            for status, title in ANSWERS.items()
        ]

    @property
    def remark(self) -> str:
        former = self.said_before.remark if self.said_before else ""
        return self.value("remark") if "remark" in self.request.form else former

    @property
    def when(self) -> str:
        return when(self.context)

    @property
    def countdown(self) -> str:
        return countdown(meeting_start(self.context), clock.now())

    def handle(self) -> str:
        answer(self.context, self.value("status"), self.value("remark"))
        return _("Votre réponse est notée ; le secrétariat la voit.")

    def next_url(self) -> str:
        return f"{self.context.absolute_url()}/@@dossier"

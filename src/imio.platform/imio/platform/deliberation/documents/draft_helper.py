"""What the printed draft asks of a point on which nothing is decided yet."""

from collective.documentgenerator.helper.dexterity import DXDocumentGenerationHelperView
from imio.platform.deliberation.content.agenda_item import text_of
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.meeting import meeting_day
from imio.platform.deliberation.rules.act_wording import opening
from imio.platform.deliberation.rules.act_wording import operative
from imio.platform.deliberation.rules.french_dates import full_date
from imio.platform.deliberation.workflow.advice_wording import advice_sentences
from imio.platform.deliberation.workflow.lookup import meeting_of


class DraftHelper(DXDocumentGenerationHelperView):
    """A point as it is put to the body."""

    @property
    def item(self):
        return self.real_context

    @property
    def body_title(self) -> str:
        return body_of(self.item).title

    @property
    def day(self) -> str:
        """The day of the sitting, empty while the point is on no agenda."""
        meeting = meeting_of(self.item)
        return full_date(meeting_day(meeting)) if meeting is not None else ""

    @property
    def subject(self) -> str:
        return self.item.title

    @property
    def note(self) -> str:
        return text_of(self.item.synthesis_note)

    @property
    def motivation(self) -> str:
        return text_of(self.item.motivation)

    @property
    def decision(self) -> str:
        return text_of(self.item.decision)

    @property
    def advices(self) -> tuple[str, ...]:
        return advice_sentences(self.item)

    @property
    def opening(self) -> str:
        body = body_of(self.item)
        return opening(body.title, body.rules().id, self.item.privacy != "public")

    @property
    def operative(self) -> str:
        return operative("adopted", self.decision) if self.decision else ""

"""@@presence: who is there, for the meeting or for one point."""

from functools import cached_property
from imio.platform.deliberation.browser.forms import FormPage
from imio.platform.deliberation.browser.meeting.view import STATUS_TITLES
from imio.platform.deliberation.content import officials
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.records.announced import Answer
from imio.platform.deliberation.records.announced import answers
from imio.platform.deliberation.records.presence import presence
from imio.platform.deliberation.records.presence import quorum
from imio.platform.deliberation.rules.presence import Status
from imio.platform.deliberation.workflow.attendance import note_item
from imio.platform.deliberation.workflow.attendance import note_meeting
from imio.platform.deliberation.workflow.projection import lines
from imio.platform.i18n import _

SAME = "same"


class PresencePage(FormPage):
    """``?item=<uid>`` notes what differs at one point."""

    @cached_property
    def item_uid(self) -> str:
        uid = self.value("item")
        return uid if uid in {line.uid for line in self.points} else ""

    @cached_property
    def points(self):
        return [line for line in lines(self.context) if line.kind == "item"]

    @property
    def point(self):
        return next((one for one in self.points if one.uid == self.item_uid), None)

    @cached_property
    def choices(self) -> list[tuple[str, str]]:
        """Statuses that can be noted here, with their titles."""
        found = [
            (str(status), self.said(title))
            for status, title in STATUS_TITLES.items()
            if self.item_uid or status is not Status.NON_ATTENDEE
        ]
        if self.item_uid:
            found.insert(0, (SAME, self.said(_("Comme à la séance"))))
        return found

    @cached_property
    def members(self) -> list[dict]:
        noted = presence(self.context)
        line = noted.items.get(self.item_uid, {}) if self.item_uid else noted.meeting
        missing = SAME if self.item_uid else ""
        return [
            {
                "uid": mandate.uid,
                "name": mandate.person_name,
                "title": officials.mandates.title(mandate),
                "status": str(line.get(mandate.uid, missing)),
                **self._announced(mandate.uid),
            }
            for mandate in officials.members_of(self.context)
        ]

    @cached_property
    def _answers(self) -> dict[str, Answer]:
        return answers(self.context)

    def _announced(self, member: str) -> dict[str, str]:
        """What the member said beforehand, for whoever calls the roll."""
        said = self._answers.get(member)
        if said is None:
            return {"announced": "", "remark": ""}
        return {
            "announced": self.said(STATUS_TITLES[said.status]),
            "remark": said.remark,
        }

    @property
    def quorum(self):
        return quorum(self.context, self.item_uid)

    def handle(self) -> str:
        statuses = {
            member["uid"]: self.value(f"status-{member['uid']}")
            for member in self.members
        }
        allowed = {value for value, _title in self.choices}
        if any(status and status not in allowed for status in statuses.values()):
            raise DeliberationError(_("Choisissez un état dans la liste."))
        given = {uid: Status(s) for uid, s in statuses.items() if s and s != SAME}
        if self.item_uid:
            note_item(self.context, self.item_uid, given)
        else:
            note_meeting(self.context, given)
        return _("Les présences sont notées.")

    def next_url(self) -> str:
        base = super().next_url()
        return f"{base}?item={self.item_uid}" if self.item_uid else base

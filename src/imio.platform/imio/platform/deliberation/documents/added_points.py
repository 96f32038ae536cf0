"""What the complementary agenda asks of a meeting: the points added, and only them."""

from functools import cached_property
from imio.platform.deliberation.documents.helper import MeetingHelper
from imio.platform.deliberation.records.convocations import COMPLEMENT
from imio.platform.deliberation.records.convocations import waves
from imio.platform.deliberation.records.late_points import late_points
from imio.platform.deliberation.workflow.convoking import pending_points
from imio.platform.deliberation.workflow.projection import AgendaLine
from Products.Five.browser import BrowserView


def added_points(meeting, wave_id: str = "") -> tuple[str, ...]:
    """UIDs told by one complement; else those still to send, else the last ones sent."""
    sent = [wave for wave in waves(meeting) if wave.kind == COMPLEMENT]
    named = next((wave for wave in sent if wave.id == wave_id), None)
    if named is not None:
        return named.points
    pending = tuple(pending_points(meeting))
    return pending or (sent[-1].points if sent else ())


class ComplementHelper(MeetingHelper):
    """A meeting in words, as far as points were added to it."""

    @cached_property
    def _added(self) -> list[AgendaLine]:
        uids = added_points(self.meeting, str(self.request.get("wave", "")))
        return [line for line in self._lines if line.uid in uids]

    @property
    def added_open(self) -> list[AgendaLine]:
        return [line for line in self._added if not line.is_closed]

    @property
    def added_closed(self) -> list[AgendaLine]:
        return [line for line in self._added if line.is_closed]

    @property
    def with_reason(self) -> list[AgendaLine]:
        return [line for line in self._added if self.reason_of(line)]

    def origin_of(self, line: AgendaLine) -> str:
        """``" (Travaux), à la demande de Nadia Peeters"``."""
        service = f" ({line.service})" if line.service else ""
        author = f", à la demande de {line.proposed_by}" if line.proposed_by else ""
        return f"{service}{author}"

    def reason_of(self, line: AgendaLine) -> str:
        """Why the administration added the point after the delay."""
        noted = late_points(self.meeting).get(line.uid)
        return noted.reason if noted is not None else ""


class HasComplement(BrowserView):
    """Whether points were added to a convoked meeting."""

    def __call__(self) -> bool:
        return bool(added_points(self.context))

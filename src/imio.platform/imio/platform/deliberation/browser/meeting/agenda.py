"""@@agenda: the secretariat presents points and orders them."""

from dataclasses import dataclass
from functools import cached_property
from imio.platform.core.workflow.transitions import perform
from imio.platform.deliberation.browser.body.items import ItemLine
from imio.platform.deliberation.browser.body.items import waiting_items
from imio.platform.deliberation.browser.forms import FormPage
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.vocabularies import ACCEPTING
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.records.agenda import agenda
from imio.platform.deliberation.rules.agenda import HEADING
from imio.platform.deliberation.workflow.explanation import explanation
from imio.platform.deliberation.workflow.lookup import find_item
from imio.platform.deliberation.workflow.order import service_ranks
from imio.platform.deliberation.workflow.presenting import present
from imio.platform.deliberation.workflow.projection import AgendaLine
from imio.platform.deliberation.workflow.projection import lines
from imio.platform.deliberation.workflow.reordering import move
from imio.platform.deliberation.workflow.reordering import step
from imio.platform.i18n import _
from plone import api


@dataclass(frozen=True)
class OrderedLine:
    """A line with what the secretariat may do to it, and why it is there."""

    line: AgendaLine
    why: str
    is_first: bool
    is_last: bool
    is_movable: bool
    may_leave: bool


class AgendaPage(FormPage):
    """Works with the keyboard alone: each move is a button."""

    @cached_property
    def ordered(self) -> list[OrderedLine]:
        ranks = service_ranks()
        found = lines(self.context)
        movable = {
            entry.uid for entry in agenda(self.context) if not entry.fixed_number
        }
        return [
            OrderedLine(
                line=line,
                why=""
                if line.kind == HEADING
                else self.said(explanation(self.context, line.uid, ranks)),
                is_first=index == 0,
                is_last=index == len(found) - 1,
                is_movable=line.uid in movable,
                may_leave=line.state == "on_agenda",
            )
            for index, line in enumerate(found)
        ]

    @cached_property
    def waiting(self) -> list[ItemLine]:
        """Validated points that wait for a meeting; those who want this one first."""
        found = waiting_items(body_of(self.context), ("validated",))
        return sorted(found, key=lambda line: not self.wants_this_meeting(line))

    def wants_this_meeting(self, line: ItemLine) -> bool:
        return find_item(line.uid).preferred_meeting == self.context.UID()

    @property
    def is_accepting(self) -> bool:
        return api.content.get_state(self.context) in ACCEPTING

    @property
    def is_late(self) -> bool:
        return api.content.get_state(self.context) in ("convened", "in_session")

    def handle(self) -> str:
        if self.value("present"):
            return self._present(self.values("items"))
        for name, direction in (("up", -1), ("down", 1)):
            if self.value(name):
                step(self.context, self.value(name), direction)
                return _("Le point est déplacé.")
        if self.value("move"):
            move(
                self.context,
                self.value("move"),
                self.value(f"number-{self.value('move')}"),
            )
            return _("Le point est déplacé.")
        if self.value("remove"):
            return self._remove(self.value("remove"))
        raise DeliberationError(_("Choisissez une action."))

    def _present(self, uids: list[str]) -> str:
        items = [find_item(uid) for uid in uids]
        if not items or None in items:
            raise DeliberationError(_("Choisissez au moins un point."), "items")
        for item in items:
            if not api.user.has_permission("View", obj=item):
                raise DeliberationError(_("Choisissez au moins un point."), "items")
            present(item, self.context)
        return _(
            "${number} point(s) à l'ordre du jour, placés selon les règles de l'organe.",
            mapping={"number": str(len(items))},
        )

    def _remove(self, uid: str) -> str:
        item = find_item(uid)
        if item is None or item.meeting != self.context.UID():
            raise DeliberationError(_("Ce point n'est pas à l'ordre du jour."))
        perform(item, "unpresent")
        return _("Le point est retiré : il attend une autre séance.")

"""@@agenda: the secretariat presents points and orders them."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from imio.platform.core import clock
from imio.platform.core.workflow.transitions import perform
from imio.platform.deliberation.browser.body.batch import tell
from imio.platform.deliberation.browser.body.items import ItemLine
from imio.platform.deliberation.browser.body.items import waiting_items
from imio.platform.deliberation.browser.forms import FormPage
from imio.platform.deliberation.browser.meeting.late_offers import late_offer
from imio.platform.deliberation.browser.meeting.late_offers import LateOffer
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.vocabularies import ACCEPTING
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.records.agenda import agenda
from imio.platform.deliberation.records.agenda import token
from imio.platform.deliberation.records.agenda_undo import last_change
from imio.platform.deliberation.records.late_points import late_points
from imio.platform.deliberation.rules.agenda import HEADING
from imio.platform.deliberation.rules.french_dates import full_date
from imio.platform.deliberation.workflow import reordering
from imio.platform.deliberation.workflow.batch import present_each
from imio.platform.deliberation.workflow.batch import require_something_done
from imio.platform.deliberation.workflow.explanation import explanations
from imio.platform.deliberation.workflow.late_points import ask_urgency
from imio.platform.deliberation.workflow.late_points import LATE_STATES
from imio.platform.deliberation.workflow.late_points import needs_reason
from imio.platform.deliberation.workflow.lookup import find_item
from imio.platform.deliberation.workflow.meeting_guards import limits_of
from imio.platform.deliberation.workflow.projection import AgendaLine
from imio.platform.deliberation.workflow.projection import lines
from imio.platform.i18n import _
from plone import api

PRESENTED = _(
    "${number} point(s) à l'ordre du jour, placés selon les règles de l'organe."
)


@dataclass(frozen=True)
class OrderedLine:
    """A line with what the secretariat may do to it, and why it is there."""

    line: AgendaLine
    why: str
    is_first: bool
    is_last: bool
    is_movable: bool
    may_leave: bool
    is_heading: bool
    late_reason: str = ""


class AgendaPage(FormPage):
    """Works with the keyboard alone: each move is a button."""

    @cached_property
    def ordered(self) -> list[OrderedLine]:
        why = explanations(self.context)
        late = late_points(self.context)
        found = lines(self.context)
        movable = {
            entry.uid for entry in agenda(self.context) if not entry.fixed_number
        }
        return [
            OrderedLine(
                line=line,
                why=self.said(why.get(line.uid, "")),
                is_first=index == 0,
                is_last=index == len(found) - 1,
                is_movable=line.uid in movable,
                may_leave=line.state == "on_agenda",
                is_heading=line.kind == HEADING,
                late_reason=late[line.uid].reason if line.uid in late else "",
            )
            for index, line in enumerate(found)
        ]

    @cached_property
    def waiting(self) -> list[ItemLine]:
        """Validated points that wait for a meeting; those who want this one first."""
        found = waiting_items(body_of(self.context), ("validated",))
        return sorted(found, key=lambda line: not self.wants_this_meeting(line))

    def wants_this_meeting(self, line: ItemLine) -> bool:
        return line.preferred_meeting == self.context.UID()

    def is_chosen(self, line: ItemLine) -> bool:
        """What was ticked when the form was refused; else who wants this meeting."""
        if self.request.method == "POST":
            return line.uid in self.values("items")
        offer = self.late_offers.get(line.uid)
        free = offer is None or not (offer.refusal or offer.is_asked)
        return free and self.wants_this_meeting(line)

    @cached_property
    def late_offers(self) -> dict[str, LateOffer]:
        """What a convoked meeting tells of each waiting point, by uid."""
        if not self.is_late:
            return {}
        return {
            line.uid: late_offer(self.context, find_item(line.uid))
            for line in self.waiting
        }

    @cached_property
    def needs_reason(self) -> bool:
        """Whether a point of the administration must say why it comes so late."""
        return needs_reason(self.context)

    @property
    def votes_urgency(self) -> bool:
        return self.is_late and body_of(self.context).rules().urgency_by_vote

    @property
    def last_councillor_point(self) -> str:
        day = limits_of(self.context).last_councillor_point
        return full_date(day) if day else ""

    @property
    def is_in_session(self) -> bool:
        return api.content.get_state(self.context) == "in_session"

    @cached_property
    def is_accepting(self) -> bool:
        return api.content.get_state(self.context) in ACCEPTING

    @property
    def is_late(self) -> bool:
        return api.content.get_state(self.context) in LATE_STATES

    @cached_property
    def token(self) -> str:
        """What this page shows: a change asked from another agenda is refused."""
        return token(self.context)

    @cached_property
    def last_change(self) -> dict | None:
        """Who made the change that can be undone, and when."""
        change = last_change(self.context)
        if change is None or not reordering.can_undo(self.context):
            return None
        person = api.user.get(userid=change.who) if change.who else None
        moment = datetime.fromisoformat(change.when).astimezone(clock.BRUSSELS)
        return {
            "who": (person and person.getProperty("fullname")) or change.who,
            "when": f"{moment:%d/%m/%Y à %H:%M}",
        }

    @property
    def is_sortable(self) -> bool:
        """Whether the rules may still order it: before the convocation."""
        return (
            api.content.get_state(self.context) in ("planned", "prepared")
            and len(self.ordered) > 1
        )

    @cached_property
    def preview(self) -> list[dict] | None:
        """What sorting would move; ``None`` when it was not asked for."""
        if not self.value("preview") or not self.is_sortable:
            return None
        titles = {one.line.uid: one.line.title for one in self.ordered}
        return [
            {"title": titles.get(c.uid, ""), "before": c.before, "after": c.after}
            for c in reordering.sorting_preview(self.context)
        ]

    @cached_property
    def words(self) -> dict[str, str]:
        """What each row says again: an agenda has hundreds of them."""
        return {name: self.said(word) for name, word in WORDS.items()}

    def number_of(self, line: AgendaLine) -> str:
        """The number in a line's field: what was typed, when it was refused."""
        return self.value(f"number-{line.uid}") or line.number

    def handle(self) -> str:
        if self.value("present"):
            return self._present(self.values("items"))
        if self.value("urgent"):
            return self._ask_urgency(self.value("urgent"))
        if self.value("remove"):
            return self._remove(self.value("remove"))
        for name, action in ACTIONS.items():
            if self.value(name):
                reordering.require_fresh(self.context, self.value("token"))
                return action(self, self.value(name))
        raise DeliberationError(_("Choisissez une action."))

    def _step(self, uid: str, direction: int) -> str:
        reordering.step(self.context, uid, direction)
        return _("Le point est déplacé.")

    def _move(self, uid: str) -> str:
        reordering.move(self.context, uid, self.value(f"number-{uid}"))
        return _("Le point est déplacé.")

    def _drop(self, uid: str) -> str:
        reordering.drop(self.context, uid, self.value("before"))
        return _("Le point est déplacé.")

    def _make_sub_point(self, uid: str) -> str:
        reordering.make_sub_point(self.context, uid)
        return _("Le point est un sous-point de celui qui le précède.")

    def _make_point(self, uid: str) -> str:
        reordering.make_point(self.context, uid)
        return _("Le sous-point est à nouveau un point.")

    def _add_heading(self, _value: str) -> str:
        reordering.add_heading(
            self.context, self.value("heading"), self.value("heading_before")
        )
        return _("L'intitulé est ajouté.")

    def _rename_heading(self, uid: str) -> str:
        reordering.rename_heading(self.context, uid, self.value(f"heading-{uid}"))
        return _("L'intitulé est modifié.")

    def _remove_heading(self, uid: str) -> str:
        reordering.remove_heading(self.context, uid)
        return _("L'intitulé est retiré ; ses points restent.")

    def _sort(self, _value: str) -> str:
        reordering.sort_again(self.context)
        return _("L'ordre du jour est reclassé selon les règles.")

    def _undo(self, _value: str) -> str:
        reordering.undo(self.context)
        return _("Le dernier changement est annulé.")

    def _present(self, uids: list[str]) -> str:
        items = [find_item(uid) for uid in uids]
        if not items or None in items:
            raise DeliberationError(_("Choisissez au moins un point."), "items")
        if not all(api.user.has_permission("View", obj=item) for item in items):
            raise DeliberationError(_("Choisissez au moins un point."), "items")
        report = present_each(items, self.context, self.value("reason"))
        require_something_done(report)
        return tell(report, PRESENTED, self.request)

    def _ask_urgency(self, uid: str) -> str:
        item = find_item(uid) if uid in {one.uid for one in self.waiting} else None
        if item is None:
            raise DeliberationError(_("Choisissez au moins un point."), "items")
        ask_urgency(self.context, item)
        return _(
            "L'urgence de ce point sera demandée en séance, sur la page « En séance »."
        )

    def _remove(self, uid: str) -> str:
        item = find_item(uid)
        if item is None or item.meeting != self.context.UID():
            raise DeliberationError(_("Ce point n'est pas à l'ordre du jour."))
        perform(item, "unpresent")
        return _("Le point est retiré : il attend une autre séance.")


#: What the rows say, by the name that the template gives it.
WORDS = {
    "why": _("Pourquoi ici ?"),
    "move": _("Déplacer"),
    "make_sub_point": _("Sous-point"),
    "make_point": _("Détacher"),
    "remove": _("Retirer"),
    "rename": _("Renommer"),
}

#: What each button of the page does, by its name.
ACTIONS = {
    "up": lambda page, uid: page._step(uid, -1),
    "down": lambda page, uid: page._step(uid, 1),
    # Before ``move``: a list that was dragged submits the form as a whole.
    "drop": AgendaPage._drop,
    "move": AgendaPage._move,
    "make_sub_point": AgendaPage._make_sub_point,
    "make_point": AgendaPage._make_point,
    "add_heading": AgendaPage._add_heading,
    "rename_heading": AgendaPage._rename_heading,
    "remove_heading": AgendaPage._remove_heading,
    "sort": AgendaPage._sort,
    "undo": AgendaPage._undo,
}

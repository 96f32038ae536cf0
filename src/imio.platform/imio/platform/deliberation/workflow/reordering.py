"""Changing an agenda by hand; the numbers sent to members never change."""

from collections.abc import Callable
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.vocabularies import ACCEPTING
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.errors import worded
from imio.platform.deliberation.records.agenda import agenda
from imio.platform.deliberation.records.agenda import save_agenda
from imio.platform.deliberation.records.agenda import token as token_of
from imio.platform.deliberation.records.agenda_undo import forget_change
from imio.platform.deliberation.records.agenda_undo import keep_change
from imio.platform.deliberation.records.agenda_undo import last_change
from imio.platform.deliberation.rules import agenda as rules
from imio.platform.deliberation.rules import agenda_editing as editing
from imio.platform.deliberation.rules.agenda import Agenda
from imio.platform.deliberation.rules.violations import RuleViolation
from imio.platform.deliberation.workflow.order import facts_of
from imio.platform.deliberation.workflow.order import ranks_in
from imio.platform.deliberation.workflow.requested import pinned_requesters
from imio.platform.i18n import _
from plone import api
from uuid import uuid4


def require_fresh(meeting, token: str) -> None:
    """Refuse what was asked from a page that shows a former agenda."""
    if token != token_of(meeting):
        raise DeliberationError(
            _(
                "L'ordre du jour a changé depuis que cette page a été ouverte : rien "
                "n'est modifié. Voici l'ordre actuel, recommencez si besoin."
            )
        )


def step(meeting, uid: str, direction: int) -> None:
    """Move an entry one place up (``-1``) or down (``1``)."""
    _change_one(meeting, uid, lambda entries: rules.step(entries, uid, direction))


def move(meeting, uid: str, number: str) -> None:
    """Move an entry to a number such as ``"4"`` or ``"2.1"``."""
    _change_one(meeting, uid, lambda entries: rules.move_to(entries, uid, number))


def drop(meeting, uid: str, before: str) -> None:
    """Move an entry before another one, at the end when none is named."""
    _change_one(meeting, uid, lambda entries: editing.move_before(entries, uid, before))


def make_sub_point(meeting, uid: str) -> None:
    """Put a point under the one above it."""
    _change_one(meeting, uid, lambda entries: editing.make_sub_point(entries, uid))


def make_point(meeting, uid: str) -> None:
    """Take a sub-point out of its series."""
    _change_one(meeting, uid, lambda entries: editing.make_point(entries, uid))


def add_heading(meeting, text: str, before: str = "") -> str:
    """Put a heading before an entry; returns its uid."""
    uid = uuid4().hex
    _change(meeting, lambda entries: editing.add_heading(entries, uid, text, before))
    return uid


def rename_heading(meeting, uid: str, text: str) -> None:
    """Give a heading another text."""
    _change(meeting, lambda entries: editing.rename_heading(entries, uid, text))


def remove_heading(meeting, uid: str) -> None:
    """Take a heading away; its points stay."""
    _change(meeting, lambda entries: editing.remove_heading(entries, uid))


def sorting_preview(meeting) -> list[editing.NumberChange]:
    """The points that sorting by the rules would renumber."""
    entries = agenda(meeting)
    return editing.number_changes(entries, _sorted(meeting, entries))


def sort_again(meeting) -> None:
    """Order the agenda by the body's rules, between its headings."""
    _change(meeting, lambda entries: _sorted(meeting, entries))


def undo(meeting) -> None:
    """Go back to the agenda before the last change made by hand."""
    change = last_change(meeting)
    if change is None:
        raise DeliberationError(_("Il n'y a aucun changement à annuler."))
    if change.token != token_of(meeting):
        raise DeliberationError(
            _(
                "L'ordre du jour a changé depuis ce changement : il ne peut plus être "
                "annulé."
            )
        )
    _require_accepting(meeting)
    save_agenda(meeting, change.entries)
    forget_change(meeting)


def can_undo(meeting) -> bool:
    """Whether the last change is still the agenda's present state."""
    change = last_change(meeting)
    return change is not None and change.token == token_of(meeting)


def _sorted(meeting, entries: Agenda) -> Agenda:
    if any(entry.fixed_number for entry in entries):
        raise DeliberationError(
            _("Les numéros envoyés avec la convocation ne changent plus.")
        )
    ranks = ranks_in(body_of(meeting))
    found = facts_of(entries, ranks, pinned_requesters(meeting))
    return editing.sorted_again(entries, found, body_of(meeting).rules().insertion)


def _change_one(meeting, uid: str, change: Callable[[Agenda], Agenda]) -> None:
    entries = agenda(meeting)
    try:
        own = entries[rules.position(entries, uid)]
    except RuleViolation as violation:
        raise worded(violation) from violation
    if own.fixed_number:
        raise DeliberationError(
            _("Les numéros envoyés avec la convocation ne changent plus.")
        )
    _change(meeting, change)


def _change(meeting, change: Callable[[Agenda], Agenda]) -> None:
    _require_accepting(meeting)
    former = agenda(meeting)
    try:
        changed = change(former)
    except RuleViolation as violation:
        raise worded(violation) from violation
    if changed != former:
        save_agenda(meeting, changed)
        keep_change(meeting, former)


def _require_accepting(meeting) -> None:
    if api.content.get_state(meeting) not in ACCEPTING:
        raise DeliberationError(
            _("La séance est levée : son ordre du jour ne change plus.")
        )

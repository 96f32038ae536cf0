"""Moving points by hand; the numbers sent to members never change."""

from collections.abc import Callable
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.errors import worded
from imio.platform.deliberation.records.agenda import agenda
from imio.platform.deliberation.records.agenda import save_agenda
from imio.platform.deliberation.rules import agenda as rules
from imio.platform.deliberation.rules.agenda import Agenda
from imio.platform.deliberation.rules.violations import RuleViolation
from imio.platform.i18n import _


def step(meeting, uid: str, direction: int) -> None:
    """Move an entry one place up (``-1``) or down (``1``)."""
    _change(meeting, uid, lambda entries: rules.step(entries, uid, direction))


def move(meeting, uid: str, number: str) -> None:
    """Move an entry to a number such as ``"4"`` or ``"2.1"``."""
    _change(meeting, uid, lambda entries: rules.move_to(entries, uid, number))


def _change(meeting, uid: str, change: Callable[[Agenda], Agenda]) -> None:
    entries = agenda(meeting)
    try:
        if entries[rules.position(entries, uid)].fixed_number:
            raise DeliberationError(
                _("Les numéros envoyés avec la convocation ne changent plus.")
            )
        save_agenda(meeting, change(entries))
    except RuleViolation as violation:
        raise worded(violation) from violation

"""Suspending and resuming a sitting, and closing its doors to the public."""

from imio.platform.core import clock
from imio.platform.core.clock import BRUSSELS
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.meeting import storable
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.errors import worded
from imio.platform.deliberation.records.agenda import item_uids
from imio.platform.deliberation.records.presence import quorum
from imio.platform.deliberation.records.sitting import closed_doors
from imio.platform.deliberation.records.sitting import pauses
from imio.platform.deliberation.records.sitting import save_closed_doors
from imio.platform.deliberation.records.sitting import save_pauses
from imio.platform.deliberation.rules.closed_doors import check_closing
from imio.platform.deliberation.rules.closed_doors import ClosedDoors
from imio.platform.deliberation.rules.closed_doors import closing_sentence
from imio.platform.deliberation.rules.closed_doors import Ground
from imio.platform.deliberation.rules.pauses import pause_sentence
from imio.platform.deliberation.rules.pauses import resumed
from imio.platform.deliberation.rules.pauses import suspended
from imio.platform.deliberation.rules.violations import RuleViolation
from imio.platform.deliberation.workflow import publicity
from imio.platform.deliberation.workflow.lookup import find_item
from imio.platform.i18n import _
from plone import api


def suspend(meeting, item_uid: str = "") -> None:
    """Suspend the sitting at a point.

    :raises DeliberationError: the sitting is not open, or already suspended.
    """
    _require_open(meeting)
    _save(meeting, lambda now: suspended(pauses(meeting), item_uid, now))


def resume(meeting) -> None:
    """Resume the sitting.

    :raises DeliberationError: the sitting is not open, or not suspended.
    """
    _require_open(meeting)
    _save(meeting, lambda now: resumed(pauses(meeting), now))


def close_doors(meeting, item_uid: str, ground: Ground, in_favour: int = 0) -> None:
    """Close the sitting to the public at a point, which stays closed from then on.

    :param in_favour: members present who want it, where they vote.
    :raises DeliberationError: nothing was done, for the reason given.
    """
    _require_open(meeting)
    item = _open_point(meeting, item_uid)
    if body_of(meeting).rules().always_closed or item.privacy != "public":
        raise DeliberationError(_("Ce point se traite déjà à huis clos."), "doors")
    closing = ClosedDoors(ground, in_favour, quorum(meeting, item_uid).present)
    if ground is Ground.PERSONS:
        closing = ClosedDoors(ground)
    try:
        check_closing(closing)
    except RuleViolation as violation:
        raise worded(violation) from violation
    save_closed_doors(meeting, item_uid, closing)
    _set_privacy(item, "closed")


def open_doors(meeting, item_uid: str) -> None:
    """Take a closing back: noted by mistake, the point is public again.

    :raises DeliberationError: the doors were not closed in session at this point.
    """
    _require_open(meeting)
    item = _open_point(meeting, item_uid)
    if closed_doors(meeting, item_uid) is None:
        raise DeliberationError(
            _("Le huis clos n'a pas été prononcé en séance pour ce point."), "doors"
        )
    save_closed_doors(meeting, item_uid, None)
    _set_privacy(item, "public")


def sitting_sentences(
    meeting, item_uid: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What minutes tell of the sitting before and after a point."""
    closing = closed_doors(meeting, item_uid)
    before = (closing_sentence(closing),) if closing is not None else ()
    held = tuple(
        pause_sentence(pause) for pause in pauses(meeting) if pause.item == item_uid
    )
    return before, held


def _save(meeting, change) -> None:
    try:
        value = change(storable(clock.now().astimezone(BRUSSELS)))
    except RuleViolation as violation:
        raise worded(violation) from violation
    save_pauses(meeting, value)


def _require_open(meeting) -> None:
    if api.content.get_state(meeting) != "in_session":
        raise DeliberationError(_("La séance n'est pas ouverte."))


def _open_point(meeting, item_uid: str):
    item = find_item(item_uid)
    if item is None or item_uid not in item_uids(meeting):
        raise DeliberationError(
            _("Ce point n'est pas à l'ordre du jour de cette séance."), "item"
        )
    if item.outcome:
        raise DeliberationError(_("Ce point a déjà une issue."), "item")
    return item


def _set_privacy(item, privacy: str) -> None:
    item.privacy = privacy
    item.reindexObject(idxs=["SearchableText"])
    publicity.apply_to_item(item)

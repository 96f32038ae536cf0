"""The same thing done to several points: each alone, and what was refused told."""

from collections.abc import Callable
from collections.abc import Iterable
from dataclasses import dataclass
from imio.platform.core.errors import PlatformError
from imio.platform.core.workflow.transitions import perform
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.workflow.presenting import present
from imio.platform.deliberation.workflow.validation import next_level
from imio.platform.i18n import _
import transaction


@dataclass(frozen=True)
class Refusal:
    """A point that was left as it was, and the error that says why."""

    title: str
    error: PlatformError

    @property
    def reason(self):
        return self.error.args[0]


@dataclass(frozen=True)
class Report:
    """What became of each point."""

    done: tuple[str, ...]
    refused: tuple[Refusal, ...]


def each(items: Iterable, action: Callable) -> Report:
    """Do ``action`` to each point; one that is refused leaves the others alone."""
    done, refused = [], []
    for item in items:
        before = transaction.savepoint(optimistic=True)
        title = item.title
        try:
            action(item)
        except PlatformError as error:
            before.rollback()
            refused.append(Refusal(title, error))
        else:
            done.append(title)
    return Report(tuple(done), tuple(refused))


def present_each(items: Iterable, meeting, reason: str = "") -> Report:
    """Put each point on an agenda, as far as it may go there."""
    return each(items, lambda item: present(item, meeting, reason))


def validate_each(items: Iterable) -> Report:
    """Validate each point, or pass it on where a level has still to say its word."""
    return each(items, _validate)


def submit_each(items: Iterable) -> Report:
    """Send each draft to validation."""
    return each(items, lambda item: perform(item, "submit"))


def put_each(items: Iterable) -> Report:
    """Put each validated point on the agenda of the meeting that it would join."""
    return each(items, lambda item: perform(item, "present"))


def require_something_done(report: Report) -> None:
    """Refuse as a whole where every point was refused.

    :raises DeliberationError: with the reason, of each where there are several.
    """
    if report.done or not report.refused:
        return
    if len(report.refused) == 1:
        raise report.refused[0].error
    raise DeliberationError(
        _(
            "Aucun des ${number} points n'a avancé. Le premier, « ${title} » : ${reason}",
            mapping={
                "number": str(len(report.refused)),
                "title": report.refused[0].title,
                "reason": report.refused[0].reason,
            },
        ),
        "items",
    )


def _validate(item) -> None:
    perform(item, "forward" if next_level(item) is not None else "validate")

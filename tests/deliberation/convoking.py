"""A council convoked on time for the 25th of June 2026, as the spec's cases tell it."""

from contextlib import contextmanager
from datetime import date
from datetime import datetime
from imio.platform.core.clock import BRUSSELS
from imio.platform.core.organisation import mandates
from plone.app.uuid.utils import uuidToObject
from tests.core.organisation.builders import mandate
from tests.deliberation import builders


def on_june(day: int, hour: int = 9):
    """The clock stands still in June 2026."""
    return builders.at(datetime(2026, 6, day, hour, tzinfo=BRUSSELS))


def council_meeting(hall, titles=("Budget",), **fields):
    """Convoked on the 15th, well in time, for the 25th at 19 h."""
    with on_june(1):
        meeting = builders.meeting(
            hall,
            datetime(2026, 6, 25, 19, tzinfo=BRUSSELS),
            body=hall.council,
            **fields,
        )
        builders.play(meeting, "prepare")
        for title in titles:
            builders.present(council_point(hall, title), meeting)
    with on_june(15):
        builders.play(meeting, "convene")
    return meeting


def council_point(hall, title="Aire de jeux", **fields):
    """A validated point of the council, with its note and its draft."""
    fields.setdefault("synthesis_note", builders.rich(f"Note sur {title}"))
    return builders.validated(hall, title, body=hall.council, **fields)


def councillor(last_name: str) -> str:
    """UID of the mandate of a member of the council."""
    found = mandates.active_mandates(date(2026, 6, 15), body="council")
    return next(one.uid for one in found if one.person_name.endswith(last_name))


def councillors_point(hall, title="Aire de jeux", last_name="Peeters", **fields):
    return council_point(
        hall, title, origin="councillor", proposed_by=councillor(last_name), **fields
    )


def seat_in_council(hall, last_name: str = "Collard") -> str:
    """An alderman is a member of the council too; the UID of that mandate."""
    found = mandates.active_mandates(date(2026, 6, 15), body="college")
    uid = next(one.person_uid for one in found if one.person_name.endswith(last_name))
    brain = hall.portal.portal_catalog.unrestrictedSearchResults(UID=uid)[0]
    person = brain._unrestrictedGetObject()
    return mandate(person, "conseiller", date(2024, 12, 2), body="council").UID()


@contextmanager
def in_session(meeting):
    """The evening of the 25th, the sitting opened and everybody there."""
    with on_june(25, 20):
        builders.play(meeting, "open")
        builders.seat(meeting)
        yield


def person_of(member: str):
    """The person who holds a mandate."""
    return uuidToObject(member, unrestricted=True).__parent__

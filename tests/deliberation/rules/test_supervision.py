"""The supervision's clocks (CDLD, third part)."""

from dataclasses import replace
from datetime import date
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies as st
from imio.platform.deliberation.rules.supervision import order_problem
from imio.platform.deliberation.rules.supervision import Stage
from imio.platform.deliberation.rules.supervision import Supervision
import pytest

ADOPTED = date(2026, 6, 25)
BUDGET = Supervision("approval", ADOPTED)


def test_an_act_is_sent_within_fifteen_days():
    assert BUDGET.send_before == date(2026, 7, 10)
    assert BUDGET.stage(date(2026, 7, 10)) is Stage.TO_SEND
    assert BUDGET.stage(date(2026, 7, 11)) is Stage.SENDING_LATE


@pytest.mark.parametrize(
    ("received", "deadline"),
    [
        # 30 days from the day after; a Monday.
        (date(2026, 7, 4), date(2026, 8, 3)),
        # 15 August is a Saturday and a holiday: Monday 17.
        (date(2026, 7, 16), date(2026, 8, 17)),
        # 27 September, a Sunday: Monday 28.
        (date(2026, 8, 28), date(2026, 9, 28)),
        # 2 November is a holiday of the supervision alone: Tuesday 3.
        (date(2026, 10, 3), date(2026, 11, 3)),
        # The 25th and the 26th of December, then a Sunday: Monday 28.
        (date(2026, 11, 25), date(2026, 12, 28)),
    ],
)
def test_the_delay_ends_on_a_working_day(received, deadline):
    found = replace(BUDGET, sent_on=received, received_on=received)
    assert found.deadline == deadline


def test_an_extension_and_another_delay_are_counted():
    received = date(2026, 7, 6)
    found = replace(BUDGET, sent_on=received, received_on=received)
    assert found.deadline == date(2026, 8, 5)
    assert replace(found, extended_by=15).deadline == date(2026, 8, 20)
    assert replace(found, days=40).deadline == date(2026, 8, 17)


def test_silence_is_an_approval_only_once_the_last_day_is_over():
    received = date(2026, 7, 6)
    found = replace(BUDGET, sent_on=received, received_on=received)
    assert found.stage(date(2026, 7, 30)) is Stage.RUNNING
    assert found.stage(date(2026, 8, 5)) is Stage.ENDING
    assert found.stage(date(2026, 8, 6)) is Stage.LAPSED
    noted = replace(found, decision="lapse", decision_on=found.deadline)
    assert noted.stage(date(2026, 8, 6)) is Stage.DECIDED
    assert noted.decision_words == "Approuvé par expiration du délai"
    general = replace(noted, regime="general")
    assert general.decision_words == "Exécutoire, délai d'annulation expiré"


def test_the_clock_waits_for_the_complete_file():
    found = replace(BUDGET, sent_on=date(2026, 7, 1))
    assert found.deadline is None
    assert found.stage(date(2026, 12, 1)) is Stage.SENT


@pytest.mark.parametrize(
    ("values", "codes"),
    [
        ({"sent_on": date(2026, 7, 11)}, ("sent_late",)),
        ({"sent_on": date(2026, 7, 1), "extended_by": 16}, ("long_extension",)),
        (
            {
                "sent_on": date(2026, 7, 1),
                "received_on": date(2026, 7, 1),
                "decision": "annulled",
                "decision_on": date(2026, 8, 20),
            },
            ("decided_late",),
        ),
        ({"sent_on": date(2026, 7, 1)}, ()),
    ],
)
def test_what_the_law_would_not_expect_warns(values, codes):
    assert replace(BUDGET, **values).warnings() == codes


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"sent_on": date(2026, 6, 24)}, "sent_on"),
        ({"received_on": date(2026, 7, 1)}, "received_on"),
        ({"sent_on": date(2026, 7, 2), "received_on": date(2026, 7, 1)}, "received_on"),
        ({"sent_on": date(2026, 7, 2), "decision": "approved"}, "decision_on"),
        ({"decision_on": date(2026, 7, 2)}, "decision"),
        ({"sent_on": ADOPTED}, ""),
    ],
)
def test_dates_follow_one_another(values, field):
    assert order_problem(replace(BUDGET, **values)) == field


@given(
    st.dates(date(2026, 7, 1), date(2035, 12, 31)),
    st.integers(0, 60),
    st.integers(0, 9),
)
def test_a_longer_delay_never_ends_earlier(received, days, more):
    found = replace(BUDGET, sent_on=received, received_on=received, days=days)
    longer = replace(found, days=days + more)
    assert received <= found.deadline <= longer.deadline
    assert found.deadline.weekday() < 5
    assert found.deadline - received <= timedelta(days=days + 5)

"""Each kind of body and the law it carries."""

from datetime import date
from imio.platform.core.rules.calendar import LegalCalendar
from imio.platform.deliberation.rules.ballot import Tally
from imio.platform.deliberation.rules.deadlines import deadlines
from imio.platform.deliberation.rules.majority import conclude
from imio.platform.deliberation.rules.majority import Result
from imio.platform.deliberation.rules.presets import Confidence
from imio.platform.deliberation.rules.presets import PRESETS
from imio.platform.deliberation.rules.presets import Publicity
import pytest

THURSDAY = date(2026, 6, 25)


@pytest.mark.parametrize(
    "preset, first, again",
    [
        ("college", date(2026, 6, 22), date(2026, 6, 23)),
        ("council", date(2026, 6, 17), date(2026, 6, 22)),
        ("cpas_council", date(2026, 6, 19), date(2026, 6, 22)),
        ("cpas_bureau", date(2026, 6, 19), date(2026, 6, 22)),
        ("commission", date(2026, 6, 17), date(2026, 6, 22)),
    ],
)
def test_last_sending_of_each_body(preset, first, again):
    delays = PRESETS[preset].delays
    calendar = LegalCalendar()
    assert deadlines(THURSDAY, 1, delays, calendar).last_sending == first
    assert deadlines(THURSDAY, 2, delays, calendar).last_sending == again


@pytest.mark.parametrize(
    "preset, result",
    [
        ("college", Result.TIE_OPEN),
        ("council", Result.REJECTED),
        ("cpas_council", Result.REJECTED),
        ("cpas_bureau", Result.REJECTED),
        ("commission", Result.REJECTED),
    ],
)
def test_what_a_tie_does_in_each_body(preset, result):
    tie = PRESETS[preset].tie
    assert conclude(Tally(yes=4, no=4, abstain=1), tie=tie).result is result


def test_only_a_confirmed_rule_blocks():
    for preset in PRESETS.values():
        if preset.confidence is not Confidence.CONFIRMED:
            assert not preset.delays.binding, preset.id


def test_every_body_names_its_sources_and_has_no_proxies():
    for preset in PRESETS.values():
        assert preset.delays.source, preset.id
        assert preset.quorum_source, preset.id
        assert not preset.proxies, preset.id


def test_the_cpas_sits_behind_closed_doors():
    for name in ("cpas_council", "cpas_bureau"):
        assert PRESETS[name].always_closed
        assert PRESETS[name].publicity is Publicity.NONE
        assert "privacy" not in PRESETS[name].insertion.criteria

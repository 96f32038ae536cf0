"""What the convocations after a meeting without quorum say."""

from imio.platform.deliberation.rules.convocation_wording import rank_note
from imio.platform.deliberation.rules.convocation_wording import rank_title
from imio.platform.deliberation.rules.presets import PRESETS
import pytest


@pytest.mark.parametrize("preset", PRESETS.values(), ids=PRESETS)
def test_only_the_council_quotes_the_councils_article(preset):
    note = rank_note(3, preset.id, preset.quorum_source)
    assert ("L1122-17" in note) == (preset.id == "council")
    assert preset.quorum_source in note


def test_a_second_convocation_does_not_say_that_it_lifts_the_quorum():
    note = rank_note(2, "council", "CDLD, art. L1122-17")
    assert "deuxième" in note
    assert "quel que soit" not in note


def test_a_first_convocation_says_nothing():
    assert (rank_title(1), rank_note(1, "council", "")) == ("", "")

from hypothesis import given
from hypothesis import strategies as st
from imio.platform.core.rules.contrast import background_for_text
from imio.platform.core.rules.contrast import ColourError
from imio.platform.core.rules.contrast import INK
from imio.platform.core.rules.contrast import luminance
from imio.platform.core.rules.contrast import mixed
from imio.platform.core.rules.contrast import parsed_colour
from imio.platform.core.rules.contrast import ratio
from imio.platform.core.rules.contrast import readable
from imio.platform.core.rules.contrast import text_on
from imio.platform.core.rules.contrast import WHITE
import pytest

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#767676", "#ffffff", 4.54),
        ("#777777", "#ffffff", 4.48),
        ("#ff0000", "#ffffff", 4.0),
        ("#0000ff", "#ffffff", 8.59),
    ],
)
def test_ratio_is_the_one_of_wcag(one, other, expected):
    assert round(ratio(one, other), 2) == expected


@pytest.mark.parametrize("text", ["#ffcc00", "#FC0", "FFCC00", " #FfCc00 "])
def test_a_colour_has_one_written_form(text):
    assert parsed_colour(text) == "#ffcc00"


@pytest.mark.parametrize("text", ["", "rouge", "#12345", "#ggg", "#ffcc001", "#ff"])
def test_what_is_no_colour_is_refused(text):
    with pytest.raises(ColourError):
        parsed_colour(text)


def test_yellow_on_white_is_darkened():
    adjustment = readable("#ffcc00")
    assert adjustment.is_changed
    assert adjustment.is_darker
    assert ratio(adjustment.used, WHITE) >= 4.5


def test_a_readable_colour_is_kept():
    assert readable("#0b5c68").used == "#0b5c68"


@given(colours)
def test_every_colour_becomes_readable_on_white(colour):
    assert ratio(readable(colour).used, WHITE) >= 4.5


@given(colours, colours)
def test_every_colour_becomes_readable_on_any_background(colour, background):
    assert ratio(readable(colour, background).used, background) >= 4.5


@given(colours)
def test_adjusting_goes_no_further_than_needed(colour):
    """One hundredth lighter would not be read any more."""
    adjustment = readable(colour)
    if adjustment.is_changed:
        assert ratio(adjustment.used, WHITE) < 4.75


@given(colours)
def test_adjusting_twice_changes_nothing(colour):
    once = readable(colour).used
    assert readable(once).used == once


@given(colours)
def test_a_background_can_carry_text(colour):
    used = background_for_text(colour).used
    assert ratio(used, text_on(used)) >= 4.5


@given(colours, colours)
def test_ratio_is_symmetric_and_bounded(one, other):
    assert ratio(one, other) == ratio(other, one)
    assert 1 <= ratio(one, other) <= 21


@given(colours)
def test_luminance_is_between_black_and_white(colour):
    assert 0 <= luminance(colour) <= 1


def test_mixing_goes_from_one_to_the_other():
    assert mixed("#000000", "#ffffff", 0) == "#000000"
    assert mixed("#000000", "#ffffff", 1) == "#ffffff"
    assert mixed("#000000", "#ffffff", 0.5) == "#808080"


def test_text_on_dark_is_white_and_on_light_is_ink():
    assert text_on("#0b5c68") == WHITE
    assert text_on("#f2b705") == INK

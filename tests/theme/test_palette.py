from hypothesis import given
from hypothesis import strategies as st
from imio.platform.core.commune.colours import usable
from imio.platform.core.rules.contrast import ratio
from imio.platform.theme.rules.palette import palette
import requests
import transaction

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
PAIRS = (
    ("--commune-primary", "--commune-primary-contrast"),
    ("--commune-primary-hover", "--commune-primary-hover-contrast"),
    ("--commune-primary-deep", "--commune-primary-deep-contrast"),
    ("--commune-secondary", "--commune-secondary-contrast"),
    ("--commune-link", "--commune-surface"),
    ("--commune-link", "--commune-primary-tint"),
    ("--commune-muted", "--commune-primary-tint"),
    ("--commune-muted", "--commune-surface"),
)


@given(colours, colours)
def test_whatever_is_chosen_every_pair_can_be_read(primary, secondary):
    values = palette(*usable(primary, secondary))
    for one, other in PAIRS:
        assert ratio(values[one], values[other]) >= 4.5, (one, other)


def test_a_recorded_text_that_is_no_colour_gives_way_to_the_default():
    assert usable("rouge", "}body{display:none}") == ("#0b5c68", "#f2b705")


def sheet_address(page):
    return page.xpath("//link[contains(@href, 'commune.css?v=')]/@href")[0]


def test_the_sheet_may_be_kept_until_a_colour_changes(visit, site):
    before = sheet_address(visit())
    answer = requests.get(before)
    assert answer.headers["Content-Type"].startswith("text/css")
    assert "immutable" in answer.headers["Cache-Control"]
    site.portal_registry["imio.platform.commune.primary_colour"] = "#7a1f1f"
    transaction.commit()
    after = sheet_address(visit())
    assert after != before
    assert "--commune-primary: #7a1f1f" in requests.get(after).text
    assert "immutable" not in requests.get(before).headers["Cache-Control"]

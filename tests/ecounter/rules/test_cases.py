"""Test cases stored with a procedure."""

from imio.platform.ecounter.rules.cases import failures
from imio.platform.ecounter.rules.cases import read_cases
from tests.ecounter.builders import definition
from tests.ecounter.builders import facts
from tests.ecounter.builders import page
from tests.ecounter.builders import question
import pytest

WORK = definition(
    page("works", question("start", "date", required=True, min={"today": []})),
    page(
        "place",
        question("street", required=True),
        **{"if": {"gt": [{"var": "start"}, {"date": "2027-01-01"}]}},
    ),
)
RIGHT = {
    "title": "cette année",
    "on": "2026-11-24",
    "answers": {"start": "2026-12-01"},
    "pages": ["works"],
    "kept": {"start": "2026-12-01", "street": None},
}


def told(**changed):
    rows = read_cases([{**RIGHT, **changed}])
    return [str(each) for each in failures(WORK, rows, facts())]


def test_a_case_that_holds_says_nothing():
    assert told() == []


def test_what_must_be_refused_is_not_told_when_it_is():
    assert (
        told(answers={"start": "2026-11-01"}, refused={"start": "24 novembre"}, kept={})
        == []
    )


@pytest.mark.parametrize(
    "changed, words",
    [
        ({"pages": ["works", "place"]}, "les pages montrées sont works"),
        ({"answers": {"start": "2026-11-01"}}, "« start » est refusé"),
        ({"refused": {"start": "tôt"}}, "« start » devrait être refusé"),
        ({"kept": {"start": "2026-12-02"}}, "« start » vaut 2026-12-01"),
        ({"on": "2026-12-24"}, "« start » est refusé"),
        (
            {"on": "2026-12-24", "refused": {"start": "trop loin"}},
            "pour une autre raison",
        ),
    ],
)
def test_what_does_not_happen_is_told_with_the_case_s_title(changed, words):
    sentences = told(**changed)
    assert any(words in sentence for sentence in sentences), sentences
    assert all(sentence.startswith("cette année : ") for sentence in sentences)

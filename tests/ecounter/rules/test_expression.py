"""The closed language of conditions and computed values."""

from datetime import date
from imio.platform.ecounter.rules.errors import ExpressionError
from imio.platform.ecounter.rules.evaluation import Environment
from imio.platform.ecounter.rules.expression import read_expression
from imio.platform.ecounter.rules.facts import Person
from imio.platform.ecounter.rules.signatures import type_of
from tests.ecounter.builders import facts
import pytest


def run(tree, values=None, **more):
    return read_expression(tree).run(Environment(facts(**more), {}, values or {}))


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        ({"eq": [{"var": "a"}, 3]}, True),
        ({"ne": [{"var": "a"}, 3]}, False),
        ({"lt": [{"var": "absent"}, 3]}, False),
        ({"eq": [{"var": "absent"}, None]}, False),
        ({"empty": {"var": "absent"}}, True),
        ({"empty": {"var": "no"}}, False),
        ({"in": [{"var": "c"}, ["x", "y"]]}, True),
        ({"not_in": [{"var": "absent"}, ["x"]]}, True),
        ({"in": ["x", {"var": "several"}]}, True),
        ({"add": [{"var": "a"}, 1, 2]}, 6),
        ({"add": [{"var": "absent"}, 1]}, None),
        ({"sum": ["rows", "n"]}, 5),
        ({"count": {"var": "rows"}}, 2),
        ({"date_add": [{"date": "2026-01-31"}, 1, "months"]}, date(2026, 2, 28)),
        ({"age": {"date": "2008-11-25"}}, 17),
        ({"and": [True, {"not": False}]}, True),
        ({"part": ["place", "postcode"]}, "5000"),
    ],
)
def test_operations(tree, expected):
    values = {
        "a": 3,
        "no": False,
        "c": "x",
        "several": ["x", "z"],
        "rows": [{"n": 2}, {"n": 3}],
        "place": {"postcode": "5000"},
    }
    assert run(tree, values) == expected


def test_options_and_the_person_are_looked_up():
    person = Person(level=2, attributes={"city": "Namur"})
    assert run({"option": "days"}, options={"days": 5}) == 5
    assert run({"ge": [{"user": "level"}, 2]}, person=person)
    assert run({"user": "city"}, person=person) == "Namur"


@pytest.mark.parametrize(
    "tree",
    [
        {"exec": ["import os"]},
        {"eq": [1]},
        {"eq": [1, 2], "ne": [1, 2]},
        {"var": {"var": "a"}},
        {"date": "demain"},
        [{"var": "a"}],
    ],
)
def test_what_is_not_of_the_language_is_refused(tree):
    with pytest.raises(ExpressionError):
        read_expression(tree)


def test_depth_and_length_are_bounded():
    deep = True
    for _level in range(20):
        deep = {"not": [deep]}
    with pytest.raises(ExpressionError, match="profonde"):
        read_expression(deep)
    with pytest.raises(ExpressionError, match="longue"):
        read_expression({"and": [{"not": True}] * 501})


@pytest.mark.parametrize(
    "tree",
    [
        {"lt": [{"var": "born"}, 3]},
        {"eq": [{"var": "copies"}, "3"]},
        {"and": [{"var": "copies"}]},
        {"age": {"var": "copies"}},
        {"add": [{"var": "born"}, 1]},
    ],
)
def test_types_that_cannot_go_together_are_refused(tree):
    with pytest.raises(ExpressionError, match="attend"):
        type_of(tree, {"born": "date", "copies": "number"})


def test_the_commune_is_asked_for_what_it_tells_and_no_more():
    tree = {"in": ["5000", {"commune": "postal_codes"}]}
    assert run(tree, commune={"postal_codes": ["5000"]})
    assert not run(tree)
    with pytest.raises(ExpressionError):
        read_expression({"commune": "secret"})

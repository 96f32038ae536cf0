"""Where points enter the agenda."""

from dataclasses import replace
from hypothesis import given
from hypothesis import strategies as st
from imio.platform.deliberation.rules.insertion import FIXED
from imio.platform.deliberation.rules.insertion import InsertionRules
from imio.platform.deliberation.rules.insertion import ItemFacts
from imio.platform.deliberation.rules.insertion import ordered_by
from imio.platform.deliberation.rules.insertion import place
from imio.platform.deliberation.rules.insertion import sorted_by_rules

BY_SERVICE = InsertionRules(criteria=("service",))
BY_LIST_TYPE = InsertionRules(criteria=("list_type",))
DEV, VEND = 0, 1


def present(agenda, *arrivals, rules):
    agenda = list(agenda)
    for facts in arrivals:
        agenda.insert(place(facts, agenda, rules).index, facts)
    return agenda


def uids(agenda):
    return [facts.uid for facts in agenda]


def item(uid, service=DEV, list_type="normal", **values):
    return ItemFacts(uid, service_rank=service, list_type=list_type, **values)


def normal(count):
    return [item(f"n{i}") for i in range(1, count + 1)]


def test_g3_order_by_service():
    agenda = present(
        [],
        item("rec1", DEV),
        item("rec2", DEV),
        item("item-1", VEND),
        item("item-2", DEV),
        item("item-3", VEND),
        item("item-4", DEV),
        item("item-5", VEND),
        rules=BY_SERVICE,
    )
    expected = ["rec1", "rec2", "item-2", "item-4", "item-1", "item-3", "item-5"]
    assert uids(agenda) == expected


def test_g3_a_closed_service_comes_last():
    agenda = present(
        [], item("closed", None), item("vend", VEND), item("dev", DEV), rules=BY_SERVICE
    )
    assert uids(agenda) == ["dev", "vend", "closed"]


def test_g4_a_list_type_that_does_not_count_attracts_nothing():
    agenda = normal(7)
    agenda[3] = replace(agenda[3], list_type="addendum")
    agenda = present(agenda, item("new"), rules=BY_LIST_TYPE)
    agenda = present(agenda, item("late", list_type="late"), rules=BY_LIST_TYPE)
    assert uids(agenda)[-2:] == ["new", "late"]


def test_g4_a_list_type_that_counts_does():
    agenda = normal(7)
    agenda[3] = replace(agenda[3], list_type="addendum")
    rules = InsertionRules(("list_type",), ("normal", "late", "addendum"))
    agenda = present(agenda, item("late", list_type="late"), rules=rules)
    assert uids(agenda)[3] == "late"


def test_g5_late_points_by_service_after_the_normal_ones():
    rules = InsertionRules(criteria=("list_type", "service"))
    late = [
        item(f"late-{i}", service, "late")
        for i, service in enumerate((VEND, DEV, VEND, DEV))
    ]
    agenda = present(normal(7), *late, rules=rules)
    assert uids(agenda)[7:] == ["late-1", "late-3", "late-0", "late-2"]


def test_the_closed_sitting_comes_after_the_public_one():
    rules = InsertionRules()
    agenda = present(
        [], item("closed", privacy="closed"), item("public", VEND), rules=rules
    )
    assert uids(agenda) == ["public", "closed"]


def test_a_placement_says_what_decided_it():
    rules = InsertionRules()
    agenda = [item("a", DEV), item("b", VEND)]
    placement = place(item("c", DEV), agenda, rules)
    assert (placement.after, placement.before) == ("a", "b")
    assert placement.decided_by == "service"
    assert place(item("d", VEND), agenda, rules).decided_by == "end"


FACTS = st.builds(
    ItemFacts,
    uid=st.uuids().map(str),
    kind=st.sampled_from(("decision", "minutes_approval")),
    list_type=st.sampled_from(("normal", "late", "odd")),
    privacy=st.sampled_from(("public", "closed")),
    service_rank=st.none() | st.integers(0, 5000),
)


@given(st.lists(FACTS, max_size=20, unique_by=lambda facts: facts.uid))
def test_presenting_one_by_one_gives_the_sorted_order(items):
    """Whatever the number of services: no packing that collides from the seventh on."""
    rules = InsertionRules()
    assert uids(present([], *items, rules=rules)) == sorted_by_rules(items, rules)


def test_a_commune_may_order_by_category_after_what_the_law_fixes():
    rules = ordered_by(InsertionRules(), ("category", "service"))
    assert rules.criteria == (*FIXED, "category", "service")
    items = [
        ItemFacts("a", service_rank=0, category_rank=2),
        ItemFacts("b", service_rank=1, category_rank=1),
        ItemFacts("c", service_rank=1, category_rank=None),
        ItemFacts("d", service_rank=0, category_rank=1),
        ItemFacts("e", privacy="closed", category_rank=0),
    ]
    assert sorted_by_rules(items, rules) == ["d", "b", "a", "c", "e"]


def test_what_a_commune_chooses_never_moves_the_closed_sitting_first():
    rules = ordered_by(InsertionRules(), ("privacy", "nonsense", "minutes_first"))
    assert rules.criteria == FIXED
    assert ordered_by(InsertionRules(), ()) == InsertionRules()

from hypothesis import given
from hypothesis import strategies as st
from imio.platform.theme.rules.search import asked
from imio.platform.theme.rules.search import ORDERS
import pytest


@pytest.mark.parametrize(
    "form, words, kinds, order",
    [
        ({}, "", (), "relevance"),
        ({"SearchableText": "  carte "}, "carte", (), "relevance"),
        ({"SearchableText": ["carte", "bus"]}, "carte bus", (), "relevance"),
        ({"SearchableText": "a", "portal_type": ""}, "a", (), "relevance"),
        (
            {"portal_type": ["Event", "Document"]},
            "",
            ("Event", "Document"),
            "relevance",
        ),
        ({"sort_on": "Date"}, "", (), "Date"),
        ({"sort_on": "review_state"}, "", (), "relevance"),
    ],
)
def test_a_form_is_understood(form, words, kinds, order):
    found = asked(form)
    assert (found.words, found.kinds, found.order) == (words, kinds, order)


def test_keywords_alone_are_a_search():
    assert asked({}).is_empty
    assert not asked({"Subject": "vélo"}).is_empty


ANYTHING = st.one_of(
    st.none(), st.integers(), st.text(), st.binary(), st.lists(st.text()), st.booleans()
)


@given(
    st.dictionaries(
        st.sampled_from(["SearchableText", "portal_type", "Subject", "sort_on"]),
        ANYTHING,
    )
)
def test_nothing_in_an_address_breaks_a_search(form):
    found = asked(form)
    assert found.order in ORDERS
    assert all(isinstance(text, str) for text in found.kinds + found.subjects)

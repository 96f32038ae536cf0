"""What a category settles of a point."""

from hypothesis import given
from hypothesis import strategies as st
from imio.platform.deliberation.rules.categories import CategoryRules
from imio.platform.deliberation.rules.categories import settle
import pytest

PERSONS = CategoryRules(about_persons=True)
APPOINTMENT = CategoryRules(wants_secret_ballot=True)
PROPOSED = CategoryRules(privacy="closed", secret_ballot=True)


@pytest.mark.parametrize(
    ("rules", "given_privacy", "given_ballot", "is_new", "privacy", "ballot"),
    [
        (None, "public", False, True, "public", False),
        (PERSONS, "public", False, False, "closed", False),
        (APPOINTMENT, "public", False, False, "public", True),
        (PROPOSED, "public", False, True, "closed", True),
        (PROPOSED, "public", False, False, "public", False),
        (CategoryRules(), "closed", True, True, "closed", True),
    ],
)
def test_questions_of_persons_are_closed_and_appointments_secret(
    rules, given_privacy, given_ballot, is_new, privacy, ballot
):
    found = settle(rules, given_privacy, given_ballot, is_new)
    assert (found.privacy, found.secret_ballot) == (privacy, ballot)


def test_only_what_the_law_says_is_imposed():
    assert settle(PERSONS, "public", False).privacy_is_imposed
    assert settle(APPOINTMENT, "public", False).ballot_is_imposed
    found = settle(PROPOSED, "public", False, is_new=True)
    assert not found.privacy_is_imposed
    assert not found.ballot_is_imposed


@given(
    st.builds(
        CategoryRules,
        st.booleans(),
        st.booleans(),
        st.sampled_from(("public", "closed")),
        st.booleans(),
    ),
    st.sampled_from(("public", "closed")),
    st.booleans(),
    st.booleans(),
)
def test_a_category_never_opens_what_was_closed_and_settles_once(
    rules, privacy, ballot, is_new
):
    found = settle(rules, privacy, ballot, is_new)
    assert not (privacy == "closed" and found.privacy == "public")
    assert found.secret_ballot or not ballot
    assert settle(rules, found.privacy, found.secret_ballot, is_new) == found

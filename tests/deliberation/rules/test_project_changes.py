"""A project that changes once online (decree of 18 May 2022)."""

from datetime import datetime
from datetime import UTC
from hypothesis import given
from hypothesis import strategies as st
from imio.platform.deliberation.rules.project_changes import fingerprints
from imio.platform.deliberation.rules.project_changes import project_change

NOON = datetime(2026, 7, 6, 12, tzinfo=UTC)


def test_what_changed_is_named_with_its_instant():
    before = fingerprints({"title": "Eau", "decision": "De vendre", "motivation": ""})
    now = fingerprints({"title": "Eau", "decision": "De louer", "motivation": "Vu"})
    found = project_change(before, now, NOON)
    assert found.texts == ("decision", "motivation")
    assert found.moment == NOON


@given(st.dictionaries(st.sampled_from(["title", "decision"]), st.text()))
def test_the_same_texts_are_no_correction(texts):
    assert project_change(fingerprints(texts), fingerprints(texts), NOON) is None

"""OParl 1.1: filters, pages, deleted objects."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from hypothesis import given
from hypothesis import strategies as st
from imio.platform.deliberation.rules.oparl import Asked
from imio.platform.deliberation.rules.oparl import asked
from imio.platform.deliberation.rules.oparl import BadFilter
from imio.platform.deliberation.rules.oparl import Entry
from imio.platform.deliberation.rules.oparl import listing
from imio.platform.deliberation.rules.oparl import selected
from imio.platform.deliberation.rules.oparl import shown
from urllib.parse import parse_qsl
from urllib.parse import urlsplit
import pytest

NOON = datetime(2026, 7, 6, 12, tzinfo=UTC)
BASE = "https://c.be/oparl"


def entry(number: int, deleted: bool = False, modified: datetime = NOON) -> Entry:
    content = None if deleted else lambda: {"name": str(number), "short": ""}
    created = NOON + timedelta(hours=number)
    return Entry("meeting", f"{number:03}", created, max(created, modified), content)


def test_an_object_says_what_the_standard_requires_and_nothing_empty():
    assert shown(entry(1), BASE) == {
        "id": "https://c.be/oparl/meeting/001",
        "type": "https://schema.oparl.org/1.1/Meeting",
        "name": "1",
        "created": "2026-07-06T13:00:00+00:00",
        "modified": "2026-07-06T13:00:00+00:00",
    }


def test_a_deleted_object_says_its_identity_and_its_instants_alone():
    assert set(shown(entry(1, deleted=True), BASE)) == {
        "id",
        "type",
        "created",
        "modified",
        "deleted",
    }


def test_deleted_objects_are_told_to_who_asks_what_changed():
    entries = [entry(1), entry(2, deleted=True)]
    assert len(selected(entries, Asked({}))) == 1
    since = Asked({"modified_since": NOON})
    assert len(selected(entries, since)) == 2
    later = Asked({"modified_since": NOON + timedelta(hours=2)})
    assert [one.key for one in selected(entries, later)] == ["002"]


@pytest.mark.parametrize(
    ("name", "hours", "kept"),
    [
        ("created_since", 2, ["002", "003"]),
        ("created_until", 2, ["001", "002"]),
        ("modified_since", 3, ["003"]),
        ("modified_until", 1, ["001"]),
    ],
)
def test_each_filter_holds_its_own_instant(name, hours, kept):
    wanted = Asked({name: NOON + timedelta(hours=hours)})
    found = selected([entry(one) for one in (1, 2, 3)], wanted)
    assert [one.key for one in found] == kept


@pytest.mark.parametrize(
    "form",
    [
        {"modified_since": "hier"},
        {"modified_since": "2026-07-06T12:00:00"},
        {"page": "0"},
        {"page": "-1"},
        {"page": "x"},
        {"limit": "0"},
        {"page": "²"},
    ],
)
def test_what_cannot_be_understood_is_refused(form):
    with pytest.raises(BadFilter):
        asked(form)


def test_an_offset_whose_plus_was_not_escaped_is_understood():
    found = asked({"created_since": "2026-07-06T14:00:00 02:00"})
    assert found.filters["created_since"] == NOON


@given(st.integers(0, 30), st.integers(1, 12))
def test_following_next_reads_every_object_once(number, limit):
    entries = [entry(one) for one in range(number)]
    wanted = Asked({"created_since": NOON}, limit=limit)
    read = []
    while True:
        page = listing(selected(entries, wanted), wanted, BASE, "meeting")
        read += [one["id"] for one in page["data"]]
        if "next" not in page["links"]:
            break
        wanted = asked(dict(parse_qsl(urlsplit(page["links"]["next"]).query)))
        assert wanted.filters == {"created_since": NOON}
    assert read == [f"{BASE}/meeting/{one:03}" for one in range(number)]
    assert page["pagination"]["totalElements"] == number

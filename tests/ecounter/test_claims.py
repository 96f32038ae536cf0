"""A token makes one request, even for two writers at once."""

from imio.platform.ecounter.filing import claims
from persistent import Persistent
from ZODB.DB import DB
from ZODB.POSException import ConflictError
import pytest
import transaction


class Counter(Persistent):
    claims = None


@pytest.fixture
def database():
    database = DB(None)
    with database.transaction() as connection:
        connection.root.counter = Counter()
        claims.claim(connection.root.counter, claims.new_token(), "first")
    yield database
    database.close()


def test_the_later_of_two_writers_is_sent_back(database):
    token = claims.new_token()
    writers = [transaction.TransactionManager() for _writer in range(2)]
    counters = [database.open(writer).root.counter for writer in writers]
    for counter, uid in zip(counters, ("one", "two"), strict=True):
        claims.claim(counter, token, uid)
    writers[0].commit()
    with pytest.raises(ConflictError):
        writers[1].commit()
    writers[1].abort()
    assert claims.claimed(counters[1], token) == "one"


def test_tokens_of_past_days_are_forgotten(monkeypatch):
    from datetime import date

    counter = Counter()
    for day in range(1, 6):
        monkeypatch.setattr(claims, "today", lambda day=day: date(2026, 11, day))
        claims.claim(counter, f"{day:032x}", str(day))
    assert len(counter.claims) == claims.DAYS_KEPT
    assert claims.claimed(counter, f"{5:032x}") == "5"
    assert claims.claimed(counter, f"{1:032x}") == ""

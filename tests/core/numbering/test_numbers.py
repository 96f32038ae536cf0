"""Sequences of reference numbers."""

from imio.platform.core.numbering import continue_after
from imio.platform.core.numbering import last_number
from imio.platform.core.numbering import next_number
import pytest
import transaction


def test_numbers_begin_with_one_and_follow(portal):
    assert [next_number("request") for _ in range(3)] == [1, 2, 3]
    assert last_number("request") == 3


def test_sequence_begins_again_each_year(portal):
    next_number("request", 2026)
    assert next_number("request", 2027) == 1
    assert next_number("request", 2026) == 2
    assert last_number("request") == 0


def test_sequences_do_not_share_numbers(portal):
    next_number("request")
    assert next_number("meeting") == 1


def test_aborted_transaction_leaves_no_gap(portal):
    next_number("request")
    savepoint = transaction.savepoint()
    assert next_number("request") == 2
    savepoint.rollback()
    assert next_number("request") == 2


def test_sequence_goes_on_after_an_older_system(portal):
    continue_after("request", 1432, 2026)
    assert next_number("request", 2026) == 1433


def test_sequence_never_goes_back(portal):
    continue_after("request", 10)
    with pytest.raises(ValueError):
        continue_after("request", 10)
    with pytest.raises(ValueError):
        continue_after("other", 0)

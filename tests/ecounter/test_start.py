def test_counter(counter):
    assert counter.household.is_open

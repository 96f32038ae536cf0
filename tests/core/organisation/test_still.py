"""What is read of the organisation serves again within a block, and only there."""

from imio.platform.core.organisation.still import once
from imio.platform.core.organisation.still import standing_still


def counted(read):
    read.append(1)
    return ["une", "deux"]


def test_outside_a_block_each_question_reads_anew():
    read = []
    once("services", lambda: counted(read))
    once("services", lambda: counted(read))
    assert len(read) == 2


def test_within_a_block_it_is_read_once_even_in_blocks_within():
    read = []
    with standing_still():
        first = once("services", lambda: counted(read))
        with standing_still():
            assert once("services", lambda: counted(read)) == ["une", "deux"]
        once("services", lambda: counted(read))
    assert len(read) == 1
    first.clear()
    once("services", lambda: counted(read))
    assert len(read) == 2


def test_who_changes_the_answer_changes_nobody_elses():
    with standing_still():
        once("services", lambda: ["une"]).clear()
        assert once("services", lambda: ["autre"]) == ["une"]

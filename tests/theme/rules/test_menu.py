from imio.platform.theme.rules.menu import CHILDREN
from imio.platform.theme.rules.menu import Entry
from imio.platform.theme.rules.menu import split
from imio.platform.theme.rules.menu import tree


def test_pages_hang_under_their_parent_in_order():
    entries = tree(
        [("/b", "B"), ("/a", "A")], [("/a/2", "Deux"), ("/b/1", "Un"), ("/c/x", "X")]
    )
    assert [(entry.title, len(entry.children)) for entry in entries] == [
        ("B", 1),
        ("A", 1),
    ]


def test_a_long_list_below_is_cut():
    below = [(f"/a/{number}", str(number)) for number in range(40)]
    assert len(tree([("/a", "A")], below)[0].children) == CHILDREN


def test_a_page_holds_what_lies_below_and_not_its_namesake():
    entry = Entry("/vie", "Vie")
    assert entry.holds("/vie")
    assert entry.holds("/vie/dechets")
    assert not entry.holds("/vieillesse")


def test_seven_fit_and_eight_do_not():
    entries = tuple(Entry(f"/{number}", str(number)) for number in range(8))
    assert split(entries[:7]) == (entries[:7], ())
    shown, others = split(entries)
    assert (len(shown), len(others)) == (6, 2)

"""Roles that hold two permissions at once."""

from imio.platform.core.annexes.annex import shared
import pytest


@pytest.mark.parametrize(
    ("roles", "others", "both"),
    [
        (("Editor", "Manager"), ("Manager", "Reader"), ("Manager",)),
        (("Editor",), ("Anonymous", "Manager"), ("Editor",)),
        (("Editor",), ("Authenticated",), ("Editor",)),
        (("Anonymous",), ("Manager",), ("Manager",)),
        (("Authenticated",), ("Manager",), ("Manager",)),
        (("Authenticated",), ("Anonymous",), ("Authenticated",)),
        (("Editor",), (), ()),
        ((), ("Manager",), ()),
    ],
)
def test_only_who_holds_both(roles, others, both):
    assert shared(roles, others) == both

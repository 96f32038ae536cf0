"""Reference numbers without gaps or doubles, whatever the number of writers.

A number is a key claimed in a BTree set of the site. Two transactions that claim
the same one cannot both commit: the later gets a ConflictError, is retried by the
publisher and takes the next. A transaction that is aborted gives its number back.

Take the number as late as possible in the request, and only for what will stay:
deleting a numbered object leaves its number unused. Uninstalling keeps the numbers:
installed again, a site must not give a reference a second time.
"""

from BTrees.IIBTree import IITreeSet
from BTrees.OOBTree import OOBTree
from plone import api
from zope.annotation.interfaces import IAnnotations

KEY = "imio.platform.core.numbering"


def next_number(sequence: str, year: int | None = None) -> int:
    """Claim the next number of ``sequence``, beginning with 1.

    :param sequence: stable name, prefixed by the add-on: ``"ecounter.request"``.
    :param year: for a sequence that begins again each year.
    """
    claimed = _claimed(sequence, year, create=True)
    number = (claimed.maxKey() if claimed else 0) + 1
    claimed.insert(number)
    return number


def last_number(sequence: str, year: int | None = None) -> int:
    """The last number given in ``sequence``, 0 if none; claims nothing."""
    claimed = _claimed(sequence, year, create=False)
    return claimed.maxKey() if claimed else 0


def continue_after(sequence: str, number: int, year: int | None = None) -> None:
    """Make ``sequence`` go on after ``number``, for a commune that changes systems.

    :raises ValueError: where a number as high was already given.
    """
    if number < 1 or number <= last_number(sequence, year):
        raise ValueError("a sequence only goes forward")
    _claimed(sequence, year, create=True).insert(number)


def _claimed(sequence: str, year: int | None, create: bool) -> IITreeSet:
    annotations = IAnnotations(api.portal.get())
    key = sequence if year is None else f"{sequence}/{year}"
    sequences = annotations.get(KEY)
    if not create:
        return sequences.get(key, IITreeSet()) if sequences else IITreeSet()
    if sequences is None:
        sequences = annotations[KEY] = OOBTree()
    if key not in sequences:
        sequences[key] = IITreeSet()
    return sequences[key]

"""Who signs an act (CDLD L1132-3, L1132-4): the mayor or chair, and the director general."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Office:
    """A person in an office on the day of the act.

    :param signs_as: title with its article: ``"La Bourgmestre"``.
    :param role: ``chair`` or ``secretary`` where the office signs, else empty.
    :param is_acting: holds the office ad interim (f.f.).
    :param is_present: sits at the meeting.
    """

    uid: str
    name: str
    title: str
    function: str = ""
    signs_as: str = ""
    role: str = ""
    is_acting: bool = False
    is_present: bool = True


def signatory(offices: Iterable[Office], role: str) -> Office | None:
    """Who signs in a role: an acting holder present takes precedence, then the titular."""
    holders = [office for office in offices if office.role == role]
    present = [office for office in holders if office.is_present]
    candidates = present or holders
    return min(candidates, key=lambda office: not office.is_acting, default=None)

"""Who signs (CDLD L1132-3 to L1132-5): the mayor or chair, and the director general.

The mayor may delegate the signature of certain documents to a member of the college,
and the director general, allowed by the college, the countersignature to an agent; in
writing, and the delegation is said before the signature.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from imio.platform.deliberation.rules.violations import RuleViolation


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


class Paper(StrEnum):
    """What may be signed by delegation; minutes and their register never are."""

    CONVOCATION = "convocation"
    COPY = "copy"
    NOTICE = "notice"


@dataclass(frozen=True)
class Delegation:
    """A written delegation of a signature (CDLD L1132-4) or countersignature (L1132-5).

    :param function: office that delegates: ``"bourgmestre"``.
    :param delegator: who held it and gave the delegation.
    :param delegate: who signs instead.
    :param title: the delegate's quality with its article: ``"L'Échevine"``.
    :param written_on: day of the writing.
    :param papers: what it covers.
    :param end: last day; ``None`` until it is revoked.
    """

    number: int
    function: str
    delegator: str
    delegate: str
    title: str
    written_on: date
    start: date
    papers: tuple[str, ...]
    end: date | None = None

    def runs_on(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day <= self.end)


@dataclass(frozen=True)
class Signature:
    """What is printed above a signature.

    :param mention: ``"Par délégation de la Bourgmestre,"``, else empty; the law wants
        it before the signature, the name and the quality.
    """

    title: str
    name: str
    mention: str = ""


def delegation_for(
    delegations: Iterable[Delegation], function: str, paper: Paper, day: date
) -> Delegation | None:
    """The delegation that signs a paper on a day: the latest that covers it."""
    running = [
        one
        for one in delegations
        if one.function == function and paper in one.papers and one.runs_on(day)
    ]
    return max(running, key=lambda one: (one.start, one.number), default=None)


def signature(office: Office, delegation: Delegation | None = None) -> Signature:
    """Who signs for an office, by delegation where there is one."""
    if delegation is None:
        return Signature(office.signs_as, office.name)
    return Signature(
        delegation.title,
        delegation.delegate,
        f"Par délégation {of(office.signs_as)},",
    )


def check_delegation(one: Delegation) -> None:
    """Refuse what cannot be a delegation.

    :raises RuleViolation: with the field at fault.
    """
    if one.written_on > one.start:
        raise RuleViolation("delegation_written_late", "written_on")
    if one.end is not None and one.end < one.start:
        raise RuleViolation("delegation_ends_early", "end")
    if not one.papers:
        raise RuleViolation("delegation_of_nothing", "papers")


def of(title: str) -> str:
    """A title after "de": ``"La Bourgmestre"`` gives ``"de la Bourgmestre"``."""
    words = f"{title[:1].lower()}{title[1:]}"
    if words.startswith("le "):
        return f"du {words.removeprefix('le ')}"
    return f"de {words}"

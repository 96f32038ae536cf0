"""What was sent to the members, by which road and when: the proof of convocations.

Each sending is a *wave*: the convocation itself, then one complement for the points
added since. A wave's lines are persistent objects of their own, because the mails of
a wave are handed over at the same time, each by its own job.
"""

from BTrees.OOBTree import OOBTree
from dataclasses import asdict
from dataclasses import dataclass
from dataclasses import fields
from dataclasses import replace
from imio.platform.deliberation.records.storage import PREFIX
from persistent.list import PersistentList
from persistent.mapping import PersistentMapping
from zope.annotation.interfaces import IAnnotations

KEY = f"{PREFIX}.waves"

CONVOCATION = "convocation"
COMPLEMENT = "complement"

EMAIL = "email"
PAPER = "paper"


@dataclass(frozen=True)
class Sending:
    """What was sent to one member.

    :param email: address used; empty where there was none.
    :param sent_at: instant, as ISO text, at which the mail server took the mail, or
        the day on which the paper was handed over; empty before.
    :param road: ``EMAIL`` or ``PAPER``.
    :param reason: why on paper.
    :param key: key of the mail's job; empty where no mail could be sent.
    :param attempt: number of mails asked for.
    """

    member: str
    name: str
    email: str
    sent_at: str = ""
    road: str = EMAIL
    reason: str = ""
    key: str = ""
    attempt: int = 0


@dataclass(frozen=True)
class Wave:
    """One sending to all the members.

    :param id: the instant it was asked for, as ISO text.
    :param kind: ``CONVOCATION`` or ``COMPLEMENT``.
    :param points: UIDs of the points that it tells.
    """

    id: str
    kind: str
    points: tuple[str, ...]
    sendings: tuple[Sending, ...] = ()


def waves(meeting) -> list[Wave]:
    """Every sending, oldest first."""
    return [_read(stored) for stored in IAnnotations(meeting).get(KEY, ())]


def find_wave(meeting, wave_id: str) -> Wave | None:
    """The sending asked for at that instant, or ``None``."""
    return next((one for one in waves(meeting) if one.id == wave_id), None)


def add_wave(meeting, wave: Wave) -> None:
    """Keep a new sending."""
    annotations = IAnnotations(meeting)
    if KEY not in annotations:
        annotations[KEY] = PersistentList()
    annotations[KEY].append(
        PersistentMapping(
            id=wave.id,
            kind=wave.kind,
            points=tuple(wave.points),
            order=tuple(one.member for one in wave.sendings),
            lines=OOBTree(
                {one.member: PersistentMapping(asdict(one)) for one in wave.sendings}
            ),
        )
    )


def save_sendings(meeting, wave_id: str, sent: list[Sending]) -> None:
    """Keep what a wave sends to each member, by precedence."""
    stored = _stored(meeting, wave_id)
    stored["lines"].clear()
    stored["lines"].update({one.member: PersistentMapping(asdict(one)) for one in sent})
    stored["order"] = tuple(one.member for one in sent)


def change_sending(meeting, wave_id: str, member: str, **changes) -> None:
    """Note what became of one member's sending; unknown ones are left alone."""
    stored = _stored(meeting, wave_id)
    line = stored["lines"].get(member) if stored is not None else None
    if line is not None:
        line.update(asdict(replace(_sending(line), **changes)))


def sendings(meeting) -> list[Sending]:
    """What the last convocation sent, by precedence."""
    sent = [one for one in waves(meeting) if one.kind == CONVOCATION]
    return list(sent[-1].sendings) if sent else []


def _stored(meeting, wave_id: str):
    found = IAnnotations(meeting).get(KEY, ())
    return next((one for one in found if one["id"] == wave_id), None)


def _read(stored) -> Wave:
    lines = stored["lines"]
    return Wave(
        id=stored["id"],
        kind=stored["kind"],
        points=stored["points"],
        sendings=tuple(_sending(lines[member]) for member in stored["order"]),
    )


def _sending(line) -> Sending:
    known = {field.name for field in fields(Sending)}
    return Sending(**{name: value for name, value in line.items() if name in known})

"""Who was convoked, when and where to: the proof of a convocation."""

from dataclasses import asdict
from dataclasses import dataclass
from imio.platform.deliberation.records import storage

NAME = "convocations"


@dataclass(frozen=True)
class Sending:
    """A convocation handed to the mail server for one member.

    :param sent_at: instant as ISO text; empty where there was no address.
    """

    member: str
    name: str
    email: str
    sent_at: str


def sendings(meeting) -> list[Sending]:
    """What was sent, by precedence."""
    return [Sending(**line) for line in storage.read(meeting, NAME).get("sent", ())]


def save_sendings(meeting, sent: list[Sending]) -> None:
    """Replace the proof of sending."""
    storage.write(meeting, NAME, {"sent": tuple(asdict(one) for one in sent)})

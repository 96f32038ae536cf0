"""What became of each sending, in words."""

from dataclasses import dataclass
from datetime import datetime
from imio.platform.core import clock
from imio.platform.core.jobs import ledger
from imio.platform.core.jobs.queue import find_job
from imio.platform.core.mail.sending import MAIL_JOB
from imio.platform.deliberation.documents.recipients import recipients
from imio.platform.deliberation.records.convocations import COMPLEMENT
from imio.platform.deliberation.records.convocations import PAPER
from imio.platform.deliberation.records.convocations import Sending
from imio.platform.deliberation.records.convocations import Wave
from imio.platform.deliberation.records.convocations import waves
from imio.platform.deliberation.workflow.convoking import PAPER_REASONS
from imio.platform.deliberation.workflow.meeting_guards import limits_of
from imio.platform.deliberation.workflow.requested import translated
from imio.platform.i18n import _

TITLES = {COMPLEMENT: _("Ordre du jour complémentaire")}

SENT = "sent"
ON_PAPER = "paper"
WAITING = "waiting"
TRYING = "trying"
FAILED = "failed"
NO_ADDRESS = "no_address"


@dataclass(frozen=True)
class Proof:
    """One member's line.

    :param standing: what became of it, one of the words above.
    :param said: the same as a sentence, translatable.
    :param is_late: whether it left after the law's last day.
    """

    member: str
    name: str
    standing: str
    said: str
    is_late: bool = False

    @property
    def needs_care(self) -> bool:
        """Whether the secretariat should do something."""
        return self.standing in (TRYING, FAILED, NO_ADDRESS)


@dataclass(frozen=True)
class ProofOfWave:
    """A sending to all the members, latest first on the page."""

    id: str
    kind: str
    title: str
    asked: str
    lines: tuple[Proof, ...]


def proofs(meeting) -> list[ProofOfWave]:
    """Every sending, the latest first."""
    return [_of_wave(meeting, wave) for wave in reversed(waves(meeting))]


def _of_wave(meeting, wave: Wave) -> ProofOfWave:
    limit = limits_of(meeting).last_sending
    return ProofOfWave(
        id=wave.id,
        kind=wave.kind,
        title=TITLES.get(wave.kind, _("Convocation")),
        asked=written(wave.id),
        lines=tuple(_proof(one, limit) for one in wave.sendings or _awaited(meeting)),
    )


def _awaited(meeting) -> list[Sending]:
    """Who will get a wave whose job has not run yet."""
    return [
        Sending(one.member, one.name, one.email, key=one.email and one.member)
        for one in recipients(meeting)
    ]


def _proof(one: Sending, limit) -> Proof:
    standing, said = _standing(one)
    is_late = bool(one.sent_at) and _local(one.sent_at).date() > limit
    return Proof(one.member, one.name, standing, said, is_late)


def _standing(one: Sending) -> tuple[str, str]:
    if one.road == PAPER:
        return ON_PAPER, _(
            "Remise sur papier le ${day} : ${reason}",
            mapping={
                "day": f"{_local(one.sent_at):%d/%m/%Y}",
                "reason": translated(PAPER_REASONS[one.reason]),
            },
        )
    if one.sent_at:
        return SENT, _(
            "Envoyée à ${email} le ${instant}",
            mapping={"email": one.email, "instant": written(one.sent_at)},
        )
    if not one.key:
        return NO_ADDRESS, _(
            "Aucune adresse électronique utilisable : à remettre sur papier"
        )
    return _underway(one)


def _underway(one: Sending) -> tuple[str, str]:
    found = find_job(MAIL_JOB, one.key)
    email = {"email": one.email}
    if found is not None and found.state in (ledger.FAILED, ledger.CANCELLED):
        return FAILED, _(
            "L'envoi à ${email} a échoué : renvoyez-la ou remettez-la sur papier",
            mapping=email,
        )
    if found is not None and found.state == ledger.RETRY:
        return TRYING, _(
            "Le serveur de courriel n'a pas encore pris l'envoi à ${email} ; il est "
            "réessayé de lui-même",
            mapping=email,
        )
    return WAITING, _("En cours d'envoi à ${email}", mapping=email)


def written(instant: str) -> str:
    """An ISO instant as people here write it."""
    return f"{_local(instant):%d/%m/%Y à %H:%M}"


def _local(instant: str) -> datetime:
    return datetime.fromisoformat(instant).astimezone(clock.BRUSSELS)

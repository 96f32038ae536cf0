"""Bodies as the law shapes them: data, not branches.

A body of a commune is a preset plus the few settings that the commune changes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from enum import StrEnum
from imio.platform.deliberation.rules.deadlines import DelayRules
from imio.platform.deliberation.rules.insertion import InsertionRules
from imio.platform.deliberation.rules.majority import TieRule
from imio.platform.deliberation.rules.requested_meeting import COUNCIL_REQUEST
from imio.platform.deliberation.rules.requested_meeting import RequestRules


class Confidence(StrEnum):
    """How sure a preset's law is: only what is confirmed may block."""

    CONFIRMED = "A"
    KNOWN = "B"
    UNSURE = "C"


class Publicity(StrEnum):
    """What the public sees of a convened meeting, closed sitting always excepted."""

    NONE = "none"
    TITLES = "titles"
    DRAFTS = "drafts"


@dataclass(frozen=True)
class BodyPreset:
    """The rules of a kind of body; its ``id`` is the mandates' body too.

    :param urgency_by_vote: a point new in session wants two thirds (L1122-24).
    :param chair_votes_last: the chair speaks last in a vote aloud (L1122-27).
    :param request: how often it meets and who may have it called; ``None`` where
        the law says nothing.
    :param chair_functions: offices that chair, the first that is held.
    :param secretary_functions: offices that keep the minutes, without a vote.
    :param closes_by_vote: the sitting is public unless two thirds close it (L1122-20).
    :param confidence: how sure the delays are; below ``CONFIRMED`` they warn.
    :param always_closed: whether the body never sits in public.
    """

    id: str
    title: str
    delays: DelayRules
    tie: TieRule
    publicity: Publicity
    synthesis_note_required: bool
    quorum_source: str
    levels: tuple[str, ...] = ("service:manager",)
    insertion: InsertionRules = field(default_factory=InsertionRules)
    chair_functions: tuple[str, ...] = ("bourgmestre",)
    secretary_functions: tuple[str, ...] = (
        "directeur_general",
        "directeur_general_adjoint",
    )
    proxies: bool = False
    urgency_by_vote: bool = False
    chair_votes_last: bool = False
    request: RequestRules | None = None
    closes_by_vote: bool = False
    confidence: Confidence = Confidence.CONFIRMED
    always_closed: bool = False


COLLEGE = BodyPreset(
    id="college",
    title="Collège communal",
    delays=DelayRules(
        convocation=2,
        convocation_again=1,
        binding=False,
        source="usage du collège (le CDLD ne fixe pas de délai)",
    ),
    tie=TieRule.ADJOURN,
    publicity=Publicity.NONE,
    synthesis_note_required=False,
    quorum_source="CDLD, art. L1123-22",
)

COUNCIL = BodyPreset(
    id="council",
    title="Conseil communal",
    delays=DelayRules(
        convocation=7,
        convocation_again=2,
        councillor_point=5,
        publication=5,
        minutes=7,
        source="CDLD, art. L1122-13 et L1122-17",
    ),
    tie=TieRule.REJECT,
    publicity=Publicity.DRAFTS,
    urgency_by_vote=True,
    chair_votes_last=True,
    request=COUNCIL_REQUEST,
    closes_by_vote=True,
    synthesis_note_required=True,
    quorum_source="CDLD, art. L1122-17",
    chair_functions=("president_conseil", "bourgmestre"),
)

#: The CPAS council's own order: its sittings are closed, privacy sorts nothing.
CPAS_ORDER = InsertionRules(criteria=("minutes_first", "list_type", "service"))

CPAS_COUNCIL = BodyPreset(
    id="cpas_council",
    title="Conseil de l'action sociale",
    delays=DelayRules(
        convocation=5,
        convocation_again=2,
        binding=False,
        source="loi du 8 juillet 1976, art. 30",
    ),
    tie=TieRule.REJECT,
    publicity=Publicity.NONE,
    synthesis_note_required=False,
    quorum_source="loi du 8 juillet 1976, art. 32",
    insertion=CPAS_ORDER,
    chair_functions=("president_cpas",),
    secretary_functions=("directeur_general_cpas",),
    confidence=Confidence.KNOWN,
    always_closed=True,
)

CPAS_BUREAU = BodyPreset(
    id="cpas_bureau",
    title="Bureau permanent du CPAS",
    delays=DelayRules(
        convocation=5,
        convocation_again=2,
        binding=False,
        source="loi du 8 juillet 1976, art. 30 et 34, ou règlement d'ordre intérieur",
    ),
    tie=TieRule.REJECT,
    publicity=Publicity.NONE,
    synthesis_note_required=False,
    quorum_source="loi du 8 juillet 1976, art. 32 et 34",
    insertion=CPAS_ORDER,
    chair_functions=("president_cpas",),
    secretary_functions=("directeur_general_cpas",),
    confidence=Confidence.UNSURE,
    always_closed=True,
)

COMMISSION = BodyPreset(
    id="commission",
    title="Commission",
    delays=DelayRules(
        convocation=7,
        convocation_again=2,
        binding=False,
        source="CDLD, art. L1122-34, et règlement d'ordre intérieur du conseil",
    ),
    tie=TieRule.REJECT,
    publicity=Publicity.NONE,
    synthesis_note_required=False,
    quorum_source="règlement d'ordre intérieur du conseil",
    chair_functions=("president_commission",),
    confidence=Confidence.UNSURE,
)

PRESETS: Mapping[str, BodyPreset] = {
    preset.id: preset
    for preset in (COLLEGE, COUNCIL, CPAS_COUNCIL, CPAS_BUREAU, COMMISSION)
}

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


class Publicity(StrEnum):
    """What the public sees of a convened meeting, closed sitting always excepted."""

    NONE = "none"
    TITLES = "titles"
    DRAFTS = "drafts"


@dataclass(frozen=True)
class BodyPreset:
    """The rules of a kind of body; its ``id`` is the mandates' body too.

    :param chair_functions: offices that chair, the first that is held.
    :param secretary_functions: offices that keep the minutes, without a vote.
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
        source="CDLD, art. L1122-13 et L1122-17",
    ),
    tie=TieRule.REJECT,
    publicity=Publicity.DRAFTS,
    synthesis_note_required=True,
    quorum_source="CDLD, art. L1122-17",
    chair_functions=("president_conseil", "bourgmestre"),
)

PRESETS: Mapping[str, BodyPreset] = {preset.id: preset for preset in (COLLEGE, COUNCIL)}

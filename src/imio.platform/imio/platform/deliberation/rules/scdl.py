"""Decisions as open data, in the shape of the SCDL 2.1.2 schema "délibérations".

The schema is French: its SIRET column stays empty, the Belgian enterprise number
has a column of its own at the end.
"""

from dataclasses import dataclass
from dataclasses import fields
from datetime import date
import re

COLUMNS = (
    "COLL_NOM",
    "COLL_SIRET",
    "DELIB_ID",
    "DELIB_DATE",
    "DELIB_MATIERE_CODE",
    "DELIB_MATIERE_NOM",
    "DELIB_OBJET",
    "BUDGET_ANNEE",
    "BUDGET_NOM",
    "PREF_ID",
    "PREF_DATE",
    "VOTE_EFFECTIF",
    "VOTE_REEL",
    "VOTE_POUR",
    "VOTE_CONTRE",
    "VOTE_ABSTENTION",
    "DELIB_URL",
    "COLL_BCE",
)
#: ``d.dd``: a matter and its part.
MATTER = re.compile(r"\d\.\d{1,2}")
#: "Autres domaines de compétences des communes" of the same nomenclature.
OTHER_MATTERS = "9.1"
OTHER_MATTERS_NAME = "Autres domaines de compétences des communes"


@dataclass(frozen=True)
class VoteFigures:
    """A vote in figures.

    :param members: members of the body in function.
    :param voting: those who took part in the vote.
    """

    members: int
    voting: int
    yes: int
    no: int
    abstain: int


@dataclass(frozen=True)
class DecisionRow:
    """One decision of the public sitting."""

    authority: str
    id: str
    day: date
    title: str
    url: str
    vote: VoteFigures | None = None
    matter: str = OTHER_MATTERS
    matter_name: str = OTHER_MATTERS_NAME
    enterprise_number: str = ""

    def __post_init__(self) -> None:
        if not is_matter_code(self.matter):
            raise ValueError(f"not a matter code: {self.matter}")


def is_matter_code(code: str) -> bool:
    """Whether a code has the schema's form: ``8.4`` has, ``84`` has not."""
    return MATTER.fullmatch(code) is not None


def cells(row: DecisionRow) -> list[str | int]:
    """The row's cells, in the order of ``COLUMNS``."""
    vote: list[str | int] = [""] * len(fields(VoteFigures))
    if row.vote is not None:
        vote = [
            row.vote.members,
            row.vote.voting,
            row.vote.yes,
            row.vote.no,
            row.vote.abstain,
        ]
    return [
        row.authority,
        "",
        row.id,
        row.day.isoformat(),
        row.matter,
        row.matter_name,
        row.title,
        *["", "", "", ""],
        *vote,
        row.url,
        row.enterprise_number,
    ]

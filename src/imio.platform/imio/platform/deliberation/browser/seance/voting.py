"""What the session page shows of the votes on its point."""

from functools import cached_property
from imio.platform.deliberation.browser.seance.typed import FIGURES
from imio.platform.deliberation.browser.seance.typed import SILENT
from imio.platform.deliberation.content import officials
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.vocabularies import OUTCOMES
from imio.platform.deliberation.records.ballots import ballots
from imio.platform.deliberation.rules.ballot import Method
from imio.platform.deliberation.rules.ballot import Vote
from imio.platform.deliberation.rules.election import Candidate
from imio.platform.deliberation.rules.election import standing
from imio.platform.deliberation.rules.election import Step
from imio.platform.deliberation.rules.majority import proposed_outcome
from imio.platform.deliberation.rules.majority import TieRule
from imio.platform.deliberation.rules.rounds import may_follow
from imio.platform.deliberation.workflow.ties import councillors_to_call
from imio.platform.deliberation.workflow.ties import earlier_ties
from imio.platform.deliberation.workflow.voting import alternatives
from imio.platform.deliberation.workflow.voting import ballot_sentence
from imio.platform.deliberation.workflow.voting import conclusion_of
from imio.platform.deliberation.workflow.voting import put_to_vote
from imio.platform.deliberation.workflow.voting import voters
from imio.platform.i18n import _

VOTE_TITLES = {
    Vote.YES: _("Pour"),
    Vote.NO: _("Contre"),
    Vote.ABSTAIN: _("Abstention"),
    SILENT: _("Ne vote pas"),
}
#: What the next vote may be, beside the first one or a correction.
MODES = {
    "next": _("Nouveau tour, tous votent à nouveau"),
    "linked": _("Alternative, pour ceux qui ne se sont pas exprimés"),
    "article": _("Vote séparé d'un article (budget, comptes)"),
    "candidates": _("Scrutin entre candidats"),
}
#: The address of a vote for or against, where candidates come first.
PLAIN = "plain"
#: Rows offered for candidates, and how many stay free after those named.
CANDIDATE_ROWS = 4
FREE_ROWS = 2


class ShownVoting:
    """The votes of the page's point, and the form of the next one."""

    def __init__(self, page):
        self.page = page
        self.context = page.context

    @cached_property
    def ballots(self) -> list:
        return ballots(self.context, self.page.item_uid)

    @property
    def last(self):
        return self.ballots[-1] if self.ballots else None

    @property
    def rounds(self) -> list[dict]:
        total = len(self.ballots)
        parted = any(ballot.article for ballot in self.ballots)
        return [
            {
                "label": put_to_vote(ballot, number, total, parted),
                "sentence": ballot_sentence(self.context, ballot),
            }
            for number, ballot in enumerate(self.ballots, 1)
        ]

    # What the next vote is.

    @cached_property
    def mode(self) -> str:
        asked = self.page.value("vote")
        if asked in dict(self.modes):
            return asked
        if asked == PLAIN:
            parted = self.last and (self.last.election or self.last.article)
            return "next" if parted else ""
        if self.last is None:
            return "candidates" if self.page.item.kind == "election" else ""
        if self.last.election is not None:
            return "candidates"
        return "next" if self.last.article is not None else ""

    @property
    def title(self) -> str:
        """Which vote the form is for, where it is not simply the first one."""
        if self.mode:
            return self.page.said(MODES[self.mode])
        return self.page.said(_("Corriger le vote")) if self.last else ""

    @cached_property
    def modes(self) -> list[tuple[str, str]]:
        """Other votes that may be held now, each with its words."""
        found = []
        if self.ballots:
            found.append("next")
            if may_follow([one.tally for one in alternatives(self.ballots)]):
                found.append("linked")
        # The college votes no budget.
        parted = all(one.article is not None for one in self.ballots)
        if parted and not self.may_tie_open:
            found.append("article")
        found.append("candidates")
        return [(mode, self.page.said(MODES[mode])) for mode in found]

    @property
    def other_modes(self) -> list[tuple[str, str]]:
        first = [(PLAIN, self.page.said(_("Vote pour ou contre")))]
        offered = self.modes if self.mode in ("", "next") else first + self.modes
        return [(mode, title) for mode, title in offered if mode != self.mode]

    @property
    def adds(self) -> bool:
        """Whether the vote comes after those before, rather than in place of the
        last one."""
        if self.mode == "candidates":
            election = self.last and self.last.election
            typed = (bool(self.page.value("run_off")), self.page.value("label"))
            return not election or (election.run_off, self.last.label) != typed
        return self.mode in ("next", "linked", "article")

    @property
    def corrects_alternative(self) -> bool:
        return self.mode == "" and bool(self.last) and self.last.is_linked

    # A vote aloud.

    @cached_property
    def called(self) -> list[str]:
        earlier: list = []
        if self.mode == "linked":
            earlier = alternatives(self.ballots)
        elif self.corrects_alternative:
            earlier = alternatives(self.ballots[:-1])
        return voters(self.context, self.page.item_uid, earlier)

    @property
    def vote_choices(self) -> list[tuple[str, str]]:
        return [
            (str(vote), self.page.said(title)) for vote, title in VOTE_TITLES.items()
        ]

    @property
    def calls(self) -> list[dict]:
        """Each voter with what the form shows for him: for, unless he said else."""
        typed = self.page.block == "vote"
        votes = self.last.votes if self.last and not self.adds else {}
        missing = SILENT if votes else str(Vote.YES)
        return [
            {
                "uid": uid,
                "name": self.names[uid],
                "vote": (typed and self.page.value(f"vote-{uid}"))
                or str(votes.get(uid, missing)),
            }
            for uid in self.called
        ]

    @cached_property
    def names(self) -> dict[str, str]:
        return {m.uid: m.person_name for m in officials.members_of(self.context)}

    @property
    def label(self) -> str:
        if self.page.block == "vote":
            return self.page.value("label")
        return self.last.label if self.last and not self.adds else ""

    @property
    def asking(self) -> list[tuple[str, str]]:
        """Who may ask for a separate vote."""
        return list(self.names.items())

    # Totals.

    @property
    def figures(self) -> dict[str, str]:
        last = self.last
        shown = last and not self.adds and last.method is Method.SECRET
        if self.page.block == "vote" or not shown:
            return {name: self.page.value(name) for name in FIGURES}
        return {name: str(getattr(last.tally, name)) for name in FIGURES}

    @property
    def is_lonely(self) -> bool:
        """Whether a secret ballot cannot keep its secret: one voter."""
        return len(self.called) == 1

    @property
    def wants_acknowledgement(self) -> bool:
        return "acknowledged" in self.page.errors or bool(
            self.page.value("acknowledged")
        )

    # Candidates.

    @property
    def run_off(self) -> bool:
        if self.page.block == "vote":
            return bool(self.page.value("run_off"))
        election = self.last and self.last.election
        return bool(election) and (election.run_off or bool(self._finalists))

    @property
    def _finalists(self) -> tuple[str, ...]:
        election = self.last and self.last.election
        found = standing(election) if election else None
        return found.names if found and found.step is Step.RUN_OFF else ()

    @cached_property
    def candidate_rows(self) -> list[dict]:
        """Rows of the form: those typed, those recorded, or the two of a run-off."""
        if self.page.block == "vote":
            return [self._typed_row(number) for number in range(1, self._typed + 1)]
        known = self._known
        free = 0 if self._finalists else FREE_ROWS
        total = max(len(known) + free, 0 if self._finalists else CANDIDATE_ROWS)
        blank = [Candidate("", 0)] * (total - len(known))
        return [
            {
                "number": number,
                "name": one.name,
                "voices": str(one.voices) if one.name and not self._finalists else "",
                "born": one.born.isoformat() if one.born else "",
            }
            for number, one in enumerate([*known, *blank], 1)
        ]

    @property
    def _known(self) -> list[Candidate]:
        election = self.last and self.last.election
        if not election:
            return []
        finalists = self._finalists
        return [one for one in election.candidates if one.name in finalists] or list(
            election.candidates
        )

    @property
    def _typed(self) -> int:
        numbers = [
            int(name.partition("-")[2])
            for name in self.page.request.form
            if name.startswith("candidate-") and name.partition("-")[2].isdigit()
        ]
        return min(max(numbers, default=CANDIDATE_ROWS), 60)

    def _typed_row(self, number: int) -> dict:
        value = self.page.value
        return {
            "number": number,
            "name": value(f"candidate-{number}"),
            "voices": value(f"voices-{number}"),
            "born": value(f"born-{number}"),
        }

    @property
    def wants_ages(self) -> bool:
        """Whether equal voices make birth dates decide."""
        if any(row["born"] for row in self.candidate_rows):
            return True
        election = self.last and self.last.election
        return bool(election) and standing(election).step is Step.AGE_WANTED

    @property
    def papers_blank(self) -> str:
        if self.page.block == "vote":
            return self.page.value("papers_blank")
        election = self.last and self.last.election
        return str(self.last.tally.blank) if election and not self._finalists else ""

    # A tie of the college.

    @property
    def may_tie_open(self) -> bool:
        return body_of(self.context).rules().tie is TieRule.ADJOURN

    @property
    def tie(self) -> dict:
        """What the form shows of the tie: typed, recorded, or counted by itself."""
        value = self.page.value
        if self.page.block == "vote":
            names = ("tie_urgency", "earlier_ties", "called", "called_vote")
            return {name: value(name) for name in names}
        facts = self.last.tie if self.last and not self.adds else None
        called = facts and facts.called
        counted = facts.earlier_ties if facts else earlier_ties(self.page.item)
        return {
            "tie_urgency": facts and facts.urgency,
            "earlier_ties": str(counted) if counted else "",
            "called": called.member if called else "",
            "called_vote": str(called.vote) if called else "",
        }

    @property
    def may_be_called(self) -> list[tuple[str, str]]:
        return [(m.uid, m.person_name) for m in councillors_to_call(self.context)]

    # What the votes propose.

    @property
    def proposal(self) -> str:
        """The outcome that the last vote proposes, empty without a vote that
        concludes."""
        if self.last is None or self.last.article is not None:
            return ""
        return proposed_outcome(conclusion_of(self.context, self.last).result)

    @property
    def proposal_title(self) -> str:
        return self.page.said(OUTCOMES[self.proposal]) if self.proposal else ""

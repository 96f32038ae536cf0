"""A council that sits in public, with a point behind closed doors, for every channel."""

from dataclasses import dataclass
from imio.platform.deliberation.content.officials import members_of
from imio.platform.deliberation.rules.ballot import Method
from imio.platform.deliberation.rules.ballot import Vote
from imio.platform.deliberation.rules.masking import MASK_CLASS
from imio.platform.deliberation.workflow.deciding import decide
from imio.platform.deliberation.workflow.voting import BallotGiven
from imio.platform.deliberation.workflow.voting import record_ballot
from plone import api
from plone.app.textfield import RichTextValue
from plone.dexterity.utils import createContentInContainer
from plone.namedfile.file import NamedBlobFile
from tests.deliberation import builders
import transaction

#: Words of the closed sitting, and words marked as personal in the public one.
CANARY = "Zarbiflore"
MASKED = "Quintessor"
PUBLIC = "Trottinette"
#: Stages a sitting is led to, each with the transitions from the one before.
ROAD = (
    ("prepared", ("prepare",)),
    ("convened", ("convene",)),
    ("held", ("open", "close")),
    ("decisions_published", ("publish_decisions",)),
    ("minutes_approved", ()),
)


@dataclass
class Sitting:
    """What a test needs by name."""

    hall: builders.TownHall
    meeting: object
    shown: object
    hidden: object
    annex: object
    hidden_annex: object

    @property
    def url(self) -> str:
        return self.meeting.absolute_url()

    @property
    def council_url(self) -> str:
        return self.hall.council.absolute_url()

    @property
    def root_url(self) -> str:
        return self.hall.portal["deliberations"].absolute_url()


def marked(words: str) -> RichTextValue:
    """A text with the words that everybody reads, and a name that they do not."""
    html = f'<p>{words} avec <span class="{MASK_CLASS}">{MASKED}</span>.</p>'
    return RichTextValue(html, "text/html", "text/x-html-safe")


def sitting(portal, until: str = "convened", days: int = 12) -> Sitting:
    """A council's meeting led to a state: one public point, one closed."""
    hall = builders.town_hall(portal)
    meeting = builders.meeting(
        hall, builders.in_days(days), body=hall.council, observations=f"O {CANARY}"
    )
    shown = builders.validated(
        hall,
        PUBLIC,
        body=hall.council,
        synthesis_note=marked("Une note"),
        motivation=marked("Considérant la note"),
        decision=marked("Article unique"),
        notes=f"Interne {CANARY}",
    )
    hidden = builders.validated(
        hall,
        f"Cas {CANARY}",
        "Population",
        body=hall.council,
        privacy="closed",
        synthesis_note=builders.rich(f"Note {CANARY}"),
        decision=builders.rich(f"Décision {CANARY}"),
    )
    made = Sitting(
        hall,
        meeting,
        shown,
        hidden,
        annex(shown, "Plan des lieux"),
        annex(hidden, f"Annexe {CANARY}"),
    )
    annex(shown, f"Courrier {CANARY}", confidential=True)
    for item in (shown, hidden):
        builders.present(item, meeting)
    lead(made, until)
    transaction.commit()
    return made


def annex(container, title: str, confidential: bool = False):
    with api.env.adopt_roles(["Manager"]):
        return createContentInContainer(
            container,
            "Annex",
            title=title,
            category="document",
            confidential=confidential,
            file=NamedBlobFile(
                b"%PDF-1.4 " + title.encode(),
                contentType="application/pdf",
                filename="note.pdf",
            ),
        )


def lead(made: Sitting, until: str) -> None:
    """Lead a sitting on from where it stands."""
    state = api.content.get_state(made.meeting)
    names = [name for name, _transitions in ROAD]
    start = names.index(state) + 1 if state in names else 0
    for name, transitions in ROAD[start : names.index(until) + 1]:
        _step(made, name, transitions)


def _step(made: Sitting, name: str, transitions) -> None:
    if name == "minutes_approved":
        _approve(made)
        return
    if name != "held":
        builders.play(made.meeting, *transitions, comment=f"Suite {PUBLIC}")
        return
    with builders.at(made.meeting.date):
        builders.play(made.meeting, "open")
        builders.seat(made.meeting)
        chair, against, *_others = [one.uid for one in members_of(made.meeting)]
        with api.env.adopt_roles(["Manager"]):
            for item in builders.items(made.meeting):
                vote = BallotGiven(Method.PUBLIC, exceptions={against: Vote.NO})
                record_ballot(item, vote)
                decide(item, "adopted", keep_ballots=True)
        builders.play(made.meeting, "close")


def _approve(made: Sitting) -> None:
    """The next meeting approves the minutes."""
    following = builders.meeting(
        made.hall, builders.in_days(60), body=made.hall.council
    )
    builders.play(following, "prepare", "convene")
    with builders.at(following.date):
        builders.play(following, "open")
        builders.seat(following)
        with api.env.adopt_roles(["Manager"]):
            for item in builders.items(following):
                record_ballot(item, BallotGiven(Method.PUBLIC))
                decide(item, "adopted", keep_ballots=True)
        builders.play(following, "close")
        builders.play(made.meeting, "approve_minutes")

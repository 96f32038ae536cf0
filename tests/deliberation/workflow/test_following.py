"""G18: a point put off comes back, validated or as a draft."""

from email import message_from_bytes
from email.policy import default
from imio.platform.core.annexes.listing import all_annexes
from imio.platform.core.jobs.testing import run_pending
from imio.platform.core.workflow.errors import TransitionRefused
from imio.platform.core.workflow.guards import verdict
from imio.platform.core.workflow.transitions import perform
from imio.platform.deliberation.content.advice import advices_of
from imio.platform.deliberation.content.agenda_item import text_of
from imio.platform.deliberation.records.agenda import item_uids
from imio.platform.deliberation.workflow.advices import ask
from imio.platform.deliberation.workflow.deciding import decide
from imio.platform.deliberation.workflow.links import predecessor
from imio.platform.deliberation.workflow.links import successors
from imio.platform.deliberation.workflow.meeting_guards import approval_item
from plone import api
from plone.dexterity.utils import createContentInContainer
from plone.namedfile.file import NamedBlobFile
from tests.deliberation import builders
import pytest


@pytest.fixture
def hall(portal):
    return builders.town_hall(portal)


def annexed(item, title="Plan", confidential=False):
    with api.env.adopt_roles(["Manager"]):
        return createContentInContainer(
            item,
            "Annex",
            title=title,
            category="plan",
            confidential=confidential,
            file=NamedBlobFile(b"%PDF-1.4 plan", filename="plan.pdf"),
        )


def advised(hall, item):
    """The point with an advice given by Population."""
    with api.env.adopt_user("agent-travaux"):
        advice = ask(item, hall.services["Population"])
    advice.opinion = "favorable"
    builders.play(advice, "give", user="chef-population")
    return advice


def put(hall, outcome, *made, before=lambda item: None):
    """A college in session whose point gets an outcome."""
    meeting = builders.meeting(hall, builders.in_days(0))
    item = made[0] if made else builders.item(hall)
    before(item)
    if api.content.get_state(item) == "draft":
        builders.play(item, "submit", "validate")
    builders.present(item, meeting)
    builders.play(meeting, "prepare", "convene", "open")
    builders.seat(meeting)
    with api.env.adopt_user("secretaire"):
        decide(item, outcome)
    builders.forget_roles()
    return meeting, item


def test_g18_postponed_the_clone_is_validated_for_the_next_meeting(hall):
    later = builders.meeting(hall, builders.in_days(7))

    def prepare(item):
        annexed(item)
        advised(hall, item)

    _meeting, item = put(hall, "postponed", before=prepare)
    (made,) = successors(item)
    assert api.content.get_state(made) == "validated"
    assert predecessor(made).UID() == item.UID()
    assert made.preferred_meeting == later.UID()
    assert made.title == item.title
    assert text_of(made.decision) == text_of(item.decision)
    assert [one.title for one in all_annexes(made)] == ["Plan"]
    assert all_annexes(made)[0].file.data == b"%PDF-1.4 plan"
    builders.present(made, later, user="secretaire")
    assert item_uids(later) == [made.UID()]


def test_g18_postponed_inherits_given_advices_read_only(hall):
    _meeting, item = put(hall, "postponed", before=lambda i: advised(hall, i))
    (made,) = successors(item)
    (advice,) = advices_of(made)
    (former,) = advices_of(item)
    assert api.content.get_state(advice) == "given"
    assert advice.opinion == "favorable"
    assert advice.given_on == former.given_on
    assert advice.inherited_from == former.UID()
    assert "point précédent" in verdict(advice, "ask_again").reason
    for user in ("chef-population", "agent-travaux", "secretaire"):
        with api.env.adopt_user(user):
            assert not api.user.has_permission("Modify portal content", obj=advice)
    with api.env.adopt_user("chef-population"):
        assert api.user.has_permission("View", obj=made)


def test_g18_a_new_advice_may_be_asked_beside_an_inherited_one(hall):
    _meeting, item = put(hall, "postponed", before=lambda i: advised(hall, i))
    (made,) = successors(item)
    with api.env.adopt_user("secretaire"):
        ask(made, hall.services["Population"])
    assert len(advices_of(made)) == 2


def test_g18_delayed_the_clone_is_a_draft_for_its_author(hall):
    _meeting, item = put(
        hall, "delayed", before=lambda i: (annexed(i), advised(hall, i))
    )
    (made,) = successors(item)
    assert api.content.get_state(made) == "draft"
    assert predecessor(made).UID() == item.UID()
    assert len(all_annexes(made)) == 1
    assert advices_of(made) == []
    with api.env.adopt_user("agent-travaux"):
        assert api.user.has_permission("Modify portal content", obj=made)
    with api.env.adopt_user("agent-population"):
        assert not api.user.has_permission("View", obj=made)


def test_g18_a_confidential_annex_stays_so(hall):
    _meeting, item = put(
        hall, "delayed", before=lambda i: annexed(i, "Fiche", confidential=True)
    )
    (made,) = successors(item)
    assert all_annexes(made)[0].confidential


@pytest.mark.parametrize("outcome", ["withdrawn", "noted", "refused"])
def test_other_outcomes_make_no_clone(hall, outcome):
    _meeting, item = put(hall, outcome)
    assert successors(item) == []


@pytest.mark.parametrize("outcome", ["postponed", "delayed"])
def test_g18_a_decision_taken_back_removes_the_untouched_clone(hall, outcome):
    _meeting, item = put(hall, outcome, before=annexed)
    builders.play(item, "reopen", user="secretaire")
    assert successors(item) == []
    assert item.successors == ()
    with api.env.adopt_user("secretaire"):
        decide(item, "withdrawn")


def test_g18_a_decision_is_not_taken_back_once_the_service_went_on(hall):
    _meeting, item = put(hall, "delayed")
    (made,) = successors(item)
    made.decision = builders.rich("Un texte revu")
    with (
        api.env.adopt_user("secretaire"),
        pytest.raises(TransitionRefused, match="déjà été repris"),
    ):
        perform(item, "reopen", "Erreur")
    assert successors(item) == [made]


@pytest.fixture
def outbox(tmp_path, monkeypatch):
    """The mails that left, by recipient."""
    monkeypatch.setenv("IMIO_MAIL_FOLDER", str(tmp_path / "mail"))

    def read():
        run_pending()
        mails = [
            message_from_bytes(path.read_bytes(), policy=default)
            for path in sorted((tmp_path / "mail").glob("*.eml"))
        ]
        return [
            mail["Subject"] + mail.get_body(("plain",)).get_content()
            for mail in mails
            if mail["To"] == "auteur@example.org"
        ]

    return read


def test_g18_the_author_is_mailed(hall, outbox):
    author = api.user.get("agent-travaux")
    author.setMemberProperties({"email": "auteur@example.org"})
    put(hall, "delayed")
    (told,) = outbox()
    assert "Point remis à plus tard : Collège communal, Réfection" in told
    assert "brouillon vous attend" in told


def test_a_returned_point_tells_its_service_why(hall, outbox):
    author = api.user.get("agent-travaux")
    author.setMemberProperties({"email": "auteur@example.org"})
    item = builders.item(hall, "Sanction de X", privacy="closed")
    builders.play(item, "submit")
    builders.play(item, "send_back", user="chef-travaux", comment="Joindre le plan")
    (told,) = outbox()
    assert "Joindre le plan" in told
    assert "Sanction" not in told.splitlines()[0]


def test_minutes_put_off_are_approved_by_the_point_that_follows(hall):
    earlier = builders.meeting(hall, builders.in_days(-7))
    with builders.at(builders.in_days(-7)):
        item = builders.validated(hall)
        builders.present(item, earlier)
        builders.play(earlier, "prepare", "convene", "open")
        builders.seat(earlier)
        with api.env.adopt_user("secretaire"):
            decide(item, "noted")
        builders.play(earlier, "close")
    meeting = builders.meeting(hall, builders.in_days(0))
    builders.play(meeting, "prepare", "convene", "open")
    builders.seat(meeting)
    approval = approval_item(earlier)
    later = builders.meeting(hall, builders.in_days(7))
    with api.env.adopt_user("secretaire"):
        decide(approval, "postponed")
    (made,) = successors(approval)
    builders.present(made, later)
    assert approval_item(earlier).UID() == made.UID()
    assert len([i for i in builders.items(later) if i.minutes_of]) == 1

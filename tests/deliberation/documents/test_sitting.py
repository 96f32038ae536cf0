"""Votes, attendance, advice, and all the acts of a meeting at once."""

from datetime import date
from imio.platform.core.documents import generate
from imio.platform.core.documents.errors import UnknownTemplate
from imio.platform.core.jobs.testing import run_pending
from imio.platform.core.mail import sending
from imio.platform.deliberation.browser.minutes.archive import archive
from imio.platform.deliberation.content.officials import members_of
from imio.platform.deliberation.records.ballots import Ballot
from imio.platform.deliberation.records.ballots import save_ballot
from imio.platform.deliberation.records.register import act_bytes
from imio.platform.deliberation.records.register import acts
from imio.platform.deliberation.rules.ballot import Method
from imio.platform.deliberation.rules.ballot import Tally
from imio.platform.deliberation.rules.ballot import Vote
from imio.platform.deliberation.workflow.advices import ask
from imio.platform.deliberation.workflow.walking import walk
from io import BytesIO
from plone import api
from tests.deliberation import builders
from tests.deliberation.publishing import is_refused
from tests.deliberation.publishing import status
from tests.deliberation.publishing import visit
from zipfile import ZipFile
import pytest
import transaction


@pytest.fixture
def hall(portal, monkeypatch):
    monkeypatch.setattr(sending, "deliver", lambda site, message: None)
    return builders.town_hall(portal)


def odt_text(context, template, user="secretaire"):
    with api.env.adopt_user(user):
        made = generate(context, template, "odt")
    with ZipFile(BytesIO(made.data)) as odt:
        return odt.read("content.xml").decode("utf-8")


def with_votes(hall):
    """A public vote with names and a secret one."""
    meeting = builders.held(hall, ("Trottoir", "Désignation"))
    public, secret = builders.items(meeting)
    members = [mandate.uid for mandate in members_of(meeting)]
    votes = dict.fromkeys(members, Vote.YES)
    votes[members[1]], votes[members[2]] = Vote.NO, Vote.ABSTAIN
    save_ballot(
        meeting,
        public.UID(),
        Ballot(Method.PUBLIC, Tally(3, 1, 1), 5, 5, votes, 5, 3),
    )
    save_ballot(
        meeting, secret.UID(), Ballot(Method.SECRET, Tally(4, 1, 0), 5, 5, {}, 5, 3)
    )
    return meeting


def test_votes_name_members_of_a_public_vote_and_nobody_of_a_secret_one(hall):
    meeting = with_votes(hall)
    text = odt_text(meeting, "deliberation-votes")
    assert "Benoît Collard" in text and "Samira El Amrani" in text
    assert text.count("Benoît Collard") == 1
    assert "scrutin secret" in text and text.count("adopté") == 2


def test_the_attendance_tells_status_and_points(hall):
    meeting = with_votes(hall)
    builders.seat(meeting, absent=1)
    text = odt_text(meeting, "deliberation-presences")
    assert "Thérèse Noël" in text and "Excusé" in text
    assert "2 / 2" in text and "0 / 2" in text


def test_all_the_acts_are_one_document_in_order(hall):
    meeting = builders.approved(hall, ("Trottoir", "Subside"))
    text = odt_text(meeting, "deliberation-recueil")
    year = meeting.date.year
    assert f"registre n° {year}/0001" in text.replace("\n", " ")
    assert text.index("Trottoir : décision") < text.index("Subside : décision")


def test_the_archive_holds_the_very_files_of_the_register(hall):
    meeting = builders.approved(hall, ("Trottoir", "Subside"))
    run_pending()
    with ZipFile(BytesIO(archive(meeting))) as found:
        names = found.namelist()
        assert len(names) == 3
        for act in acts(hall.college):
            assert found.read(act.filename) == act_bytes(hall.college, act)


def test_the_financial_directors_advice_is_printed_once_given(hall):
    item = builders.item(hall, financial_amount=None)
    with api.env.adopt_roles(["Manager"]):
        advice = ask(item, hall.services["Population"])
    advice.is_automatic = True
    advice.opinion, advice.text = "remarks", builders.rich("Crédit à prévoir")
    advice.asked_on, advice.completed_on = date(2026, 5, 18), date(2026, 5, 20)
    with pytest.raises(UnknownTemplate):
        odt_text(advice, "deliberation-avis", "chef-population")
    walk(advice, "give")
    advice.given_on, advice.given_by = date(2026, 6, 1), "chef-population"
    with api.env.adopt_roles(["Manager"]):
        made = generate(advice, "deliberation-avis", "odt").data
    with ZipFile(BytesIO(made)) as odt:
        text = odt.read("content.xml").decode()
    for said in (
        "Avis de légalité du directeur financier",
        "favorable avec remarques",
        "Crédit à prévoir",
        "1er juin 2026",
    ):
        assert said in text, said


def test_the_archive_is_for_those_who_see_the_whole_agenda(functional):
    app = functional["app"]
    hall = builders.town_hall(functional["portal"])
    meeting = builders.approved(hall)
    transaction.commit()
    url = f"{meeting.absolute_url()}/@@deliberations.zip"
    for user in ("", "citoyen", "agent-travaux"):
        assert is_refused(visit(app, url, user)), user
    # The commit made the files.
    page = visit(app, url, "secretaire")
    assert status(page) == 200
    assert page.headers["content-type"] == "application/zip"


def test_the_draft_is_printed_until_the_decision_for_who_reads_everything(hall):
    item = builders.item(
        hall,
        "Trottoir",
        motivation=builders.rich("Vu le Code"),
        decision=builders.rich("Article 1er. De réparer."),
    )
    text = odt_text(item, "deliberation-projet", "agent-travaux")
    for said in ("Projet de délibération", "Objet : ", "Vu le Code", "DÉCIDE :"):
        assert said in text, said
    with pytest.raises(UnknownTemplate):
        odt_text(item, "deliberation-projet", "citoyen")
    item.outcome = "adopted"
    with pytest.raises(UnknownTemplate):
        odt_text(item, "deliberation-projet", "agent-travaux")

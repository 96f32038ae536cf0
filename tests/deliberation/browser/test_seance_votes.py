"""The votes of the session page: rounds, alternatives, candidates, articles, ties."""

from imio.platform.deliberation.content.officials import members_of
from imio.platform.deliberation.records.ballots import ballots
from imio.platform.deliberation.rules.ballot import Tally
from tests.deliberation.browser.test_seance import member
from tests.deliberation.browser.test_seance import opened
from tests.deliberation.browser.test_seance import press
from tests.deliberation.browser.test_seance import secretary
from tests.deliberation.browser.test_seance import text
from tests.deliberation.publishing import status
from tests.deliberation.publishing import visit
import pytest
import transaction


@pytest.fixture
def scene(functional):
    return opened(functional, lambda hall: hall.college)


@pytest.fixture
def council(functional):
    return opened(functional, lambda hall: hall.council)


def voting(scene, mode):
    uid = scene["items"][0].UID()
    return visit(scene["app"], f"{scene['url']}?item={uid}&vote={mode}", "secretaire")


def held(scene):
    transaction.begin()
    return ballots(scene["meeting"], scene["items"][0].UID())


def fill(page, rows):
    for number, (name, voices) in enumerate(rows, 1):
        page.getControl(name=f"candidate-{number}").value = name
        page.getControl(name=f"voices-{number}").value = str(voices)


def test_an_election_by_the_page_goes_to_its_run_off_and_into_the_minutes(scene):
    page = voting(scene, "candidates")
    fill(page, (("Anne Dupont", 2), ("Luc Martin", 2), ("Paul Noël", 1)))
    press(page, "vote-election")
    assert status(page) == 200
    assert "un second tour départage Anne Dupont et Luc Martin" in text(page)
    assert "Issue proposée" not in text(page)
    assert page.getControl(name="run_off").value == ["1"]
    assert page.getControl(name="candidate-2").value == "Luc Martin"
    page.getControl(name="voices-1").value = "2"
    page.getControl(name="voices-2").value = "2"
    page.getControl(name="papers_blank").value = "1"
    press(page, "vote-election")
    assert "la personne la plus âgée l'emporte" in text(page)
    assert "Issue proposée" not in text(page)
    page.getControl(name="born-1").value = "1980-01-01"
    page.getControl(name="born-2").value = "1961-01-01"
    press(page, "vote-election")
    assert "le vote désigne Luc Martin" in text(page)
    assert [one.election.run_off for one in held(scene)] == [False, True]
    press(page, "decide")
    minutes = text(page).partition('id="minutes"')[2]
    assert "Au premier tour de scrutin secret" in minutes
    assert "Au second tour de scrutin secret" in minutes
    assert "désigne Luc Martin" in minutes
    assert "1961" not in minutes


def test_an_election_refused_keeps_every_row(scene):
    page = voting(scene, "candidates")
    fill(page, (("Anne Dupont", 4), ("Luc Martin", 4)))
    press(page, "vote-election")
    assert status(page) == 400
    assert "8 voix pour 5 votants" in text(page)
    assert page.getControl(name="candidate-1").value == "Anne Dupont"
    assert page.getControl(name="voices-2").value == "4"
    page.getControl(name="voices-1").value = "deux"
    press(page, "vote-election")
    assert "nombre entier" in text(page)
    page.getControl(name="candidate-1").value = ""
    page.getControl(name="voices-1").value = "2"
    press(page, "vote-election")
    assert "sans nom de candidat" in text(page)
    assert held(scene) == []


def test_g14_the_alternative_is_offered_to_those_who_have_not_spoken(scene):
    page = secretary(scene)
    for position, said in enumerate(("no", "abstain", "none", "none", "none")):
        page.getControl(name=f"vote-{member(scene, position).uid}").value = [said]
    page.getControl(name="label").value = "Projet A"
    press(page, "vote-public")
    page = voting(scene, "linked")
    forms = page.contents.partition('id="seance-vote"')[2]
    assert f'id="vote-{member(scene, 0).uid}"' not in forms
    assert f'id="vote-{member(scene, 2).uid}"' in forms
    page.getControl(name="label").value = "Projet B"
    press(page, "vote-public")
    assert [one.tally for one in held(scene)] == [Tally(0, 1, 1), Tally(3)]
    assert "Alternative, pour ceux" not in text(page)
    page.getControl(name=f"vote-{member(scene, 2).uid}").value = ["no"]
    press(page, "vote-public")
    assert [one.tally for one in held(scene)] == [Tally(0, 1, 1), Tally(2, 1)]
    assert held(scene)[1].is_linked


def test_pitfall_6_a_ballot_that_betrays_wants_a_confirmation(scene):
    page = secretary(scene)
    page.getControl(name="no").value = "1"
    press(page, "vote-secret")
    assert status(page) == 400
    assert "révèlent ce que quelqu'un a voté" in text(page)
    assert held(scene) == []
    page.getControl(name="acknowledged").value = ["1"]
    press(page, "vote-secret")
    assert held(scene)[0].tally == Tally(0, 1)


def test_an_article_is_voted_apart_then_the_whole(council):
    asking = member(council, 1)
    page = voting(council, "article")
    page.getControl(name="article").value = "104/111-01"
    press(page, "vote-public")
    assert "Choisissez le membre" in text(page)
    assert page.getControl(name="article").value == "104/111-01"
    page.getControl(name="asked_by").value = [asking.uid]
    page.getControl(name=f"vote-{asking.uid}").value = ["no"]
    press(page, "vote-public")
    assert "Issue proposée" not in text(page)
    press(page, "vote-public")
    assert [bool(one.article) for one in held(council)] == [True, False]
    press(page, "decide")
    minutes = text(page).partition('id="minutes"')[2]
    assert (
        f"Article 104/111-01, voté séparément à la demande de {asking.person_name}"
        in minutes
    )
    assert "Sur l'ensemble : à l'unanimité" in minutes


def test_the_college_votes_no_budget(scene):
    assert "Vote séparé d'un article" not in text(secretary(scene))


def test_l1122_27_the_chair_of_the_council_is_called_last(council):
    page = secretary(council)
    uids = [mandate.uid for mandate in members_of(council["meeting"])]
    called = page.contents.partition('id="seance-vote"')[2]
    places = [called.index(f'id="vote-{uid}"') for uid in uids]
    chair = [
        m.uid for m in members_of(council["meeting"]) if "Henrotte" in m.person_name
    ]
    assert max(places) == places[uids.index(chair[0])]


def test_a_tie_of_the_college_is_parted_by_a_councillor(scene):
    page = secretary(scene)
    for position, said in ((1, "no"), (2, "no"), (4, "abstain")):
        page.getControl(name=f"vote-{member(scene, position).uid}").value = [said]
    press(page, "vote-public")
    assert "Reporté" in text(page).partition("Issue proposée")[2][:60]
    control = page.getControl(name="called")
    assert len(control.options) == 4
    control.value = [control.options[1]]
    press(page, "vote-public")
    assert "Dites ce que vote" in text(page)
    page.getControl(name="called_vote").value = ["no"]
    press(page, "vote-public")
    assert "membre du conseil, qui vote contre" in text(page)
    assert "Refusé" in text(page).partition("Issue proposée")[2][:60]

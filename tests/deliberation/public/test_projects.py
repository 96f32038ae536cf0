"""Draft deliberations online, their deadline, their corrections; votes as open data."""

from html import unescape
from imio.platform.deliberation.records.projects import corrections
from imio.platform.deliberation.rules.masking import MASK_CLASS
from plone import api
from plone.app.textfield import RichTextValue
from tests.deliberation import builders
from tests.deliberation import sitting
from tests.deliberation.publishing import status
from tests.deliberation.publishing import visit
from tests.deliberation.sitting import CANARY
from tests.deliberation.sitting import MASKED
from tests.deliberation.sitting import PUBLIC
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import json
import pytest
import transaction


@pytest.fixture
def app(functional):
    return functional["app"]


@pytest.fixture
def made(functional):
    return sitting.sitting(functional["portal"])


def read(app, url: str, user: str = "") -> str:
    page = visit(app, url, user)
    assert status(page) == 200, (url, user)
    text = unescape(page.contents)
    if user != "secretaire":
        assert CANARY not in text
    assert MASKED not in text
    return text


def rewrite(item, name: str, html: str) -> None:
    setattr(item, name, RichTextValue(html, "text/html", "text/x-html-safe"))
    notify(ObjectModifiedEvent(item))


def test_projects_are_listed_with_the_day_the_law_sets(app, made):
    planned = builders.meeting(made.hall, builders.in_days(3), body=made.hall.council)
    transaction.commit()
    for place in (made.root_url, made.council_url):
        for user in ("", "citoyen", "agent-population"):
            page = read(app, f"{place}/@@projets", user)
            assert PUBLIC in page
            assert "La loi demande au plus tard le" in page
            assert "Une note avec" in page
            assert "secrétariat" not in page.casefold().split("<footer")[0]
            assert planned.absolute_url() not in page
    page = read(app, f"{made.root_url}/@@projets", "secretaire")
    assert planned.absolute_url() in page
    assert "en retard" in page


def test_a_correction_after_the_convocation_is_said_to_everybody(app, made):
    rewrite(made.shown, "decision", "<p>Article unique corrigé</p>")
    # Words that the public does not read make no correction for it.
    html = f'<p>Une note avec <span class="{MASK_CLASS}">Autre</span>.</p>'
    rewrite(made.shown, "synthesis_note", html)
    transaction.commit()
    (one,) = corrections(made.shown)
    assert one.texts == ("decision",)
    for url in (f"{made.root_url}/@@projets", made.url, made.shown.absolute_url()):
        page = read(app, url)
        assert "Corrigé le" in page, url
        assert "la décision proposée" in page


def test_the_debate_s_own_changes_are_no_correction(made):
    sitting.lead(made, "held")
    rewrite(made.shown, "decision", "<p>Article unique amendé</p>")
    sitting.lead(made, "decisions_published")
    assert corrections(made.shown) == []


def test_what_changes_before_the_convocation_is_no_correction(functional):
    hall = builders.town_hall(functional["portal"])
    meeting = builders.meeting(hall, builders.in_days(12), body=hall.council)
    item = builders.validated(
        hall, body=hall.council, synthesis_note=builders.rich("Note")
    )
    builders.present(item, meeting)
    builders.play(meeting, "prepare")
    rewrite(item, "decision", "<p>Autre</p>")
    builders.play(meeting, "convene")
    assert corrections(item) == []


def test_votes_are_open_data_with_names_where_the_body_sits_in_public(app, made):
    sitting.lead(made, "decisions_published")
    transaction.commit()
    for user in ("", "citoyen", "agent-population", "secretaire"):
        page = visit(app, f"{made.council_url}/@@votes.json", user)
        assert page.headers["Content-Type"].startswith("application/json")
        assert CANARY not in page.contents
        assert MASKED not in page.contents
        answer = json.loads(page.contents)
        (motion,) = answer["motions"]
        assert (motion["title"], motion["result"]) == (PUBLIC, "pass")
        (event,) = motion["vote_events"]
        said = {one["voter"]["name"]: one["option"] for one in event["votes"]}
        assert sorted(said.values()) == ["no", "yes", "yes"]
    year = made.meeting.date.year
    page = visit(app, f"{made.council_url}/@@votes.json?annee={year - 1}")
    assert json.loads(page.contents)["motions"] == []


def test_the_college_keeps_its_voices(app, functional):
    hall = builders.town_hall(functional["portal"])
    meeting = builders.meeting(hall)
    item = builders.validated(hall, PUBLIC)
    builders.present(item, meeting)
    made = sitting.Sitting(hall, meeting, item, item, None, None)
    builders.play(meeting, "prepare", "convene")
    sitting.lead(made, "decisions_published")
    transaction.commit()
    page = visit(app, f"{hall.college.absolute_url()}/@@votes.json")
    (motion,) = json.loads(page.contents)["motions"]
    (event,) = motion["vote_events"]
    assert "votes" not in event
    assert sum(one["value"] for one in event["counts"]) == 5


def test_before_decisions_are_published_no_vote_is_told(app, made):
    sitting.lead(made, "held")
    transaction.commit()
    page = visit(app, f"{made.council_url}/@@votes.json")
    assert json.loads(page.contents)["motions"] == []
    assert api.content.get_state(made.meeting) == "held"

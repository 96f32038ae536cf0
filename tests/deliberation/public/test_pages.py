"""The public pages of a body: agenda and projects before, decisions and minutes after."""

from html import unescape
from imio.platform.deliberation.records.register import act_of
from imio.platform.deliberation.rules.masking import PLACEHOLDER
from imio.platform.deliberation.workflow import links
from imio.platform.deliberation.workflow.publicity import apply_to_meeting
from plone import api
from tests.deliberation import builders
from tests.deliberation import sitting
from tests.deliberation.publishing import is_refused
from tests.deliberation.publishing import status
from tests.deliberation.publishing import visit
from tests.deliberation.sitting import CANARY
from tests.deliberation.sitting import MASKED
from tests.deliberation.sitting import PUBLIC
from tests.deliberation.test_publication import regulation
import pytest
import transaction

READERS = ["", "citoyen", "agent-population"]


@pytest.fixture
def app(functional):
    return functional["app"]


@pytest.fixture
def made(functional):
    return sitting.sitting(functional["portal"])


def read(app, url: str, user: str = "") -> str:
    page = visit(app, url, user)
    assert status(page) == 200, (url, user)
    return unescape(page.contents)


def clean(text: str) -> None:
    assert CANARY not in text
    assert MASKED not in text


@pytest.mark.parametrize("user", READERS[:2])
def test_before_the_sitting_a_visitor_reads_the_agenda_and_the_projects(
    app, made, user
):
    page = read(app, made.url, user)
    clean(page)
    assert "deliberation-public" in page
    assert "Une note avec" in page
    assert "projets de délibération se lisent" in page
    assert "@@seance.ics" in page
    assert "Adopté" not in page
    project = read(app, made.shown.absolute_url(), user)
    clean(project)
    assert "Ceci est un projet" in project
    assert "Décision proposée" in project
    assert project.count(PLACEHOLDER) == 3
    assert "Plan des lieux" in project
    # The folders that file points are no place for a reader: the body is.
    crumbs = project[project.index("portal-breadcrumbs") :]
    assert f'href="{made.council_url}"' in crumbs[: crumbs.index("</nav>")]


def test_while_decisions_are_written_nothing_is_told_of_them(app, made):
    sitting.lead(made, "held")
    transaction.commit()
    page = read(app, made.url)
    clean(page)
    assert "Adopté" not in page
    assert "2 voix" not in page
    assert is_refused(visit(app, made.shown.absolute_url()))
    assert status(visit(app, f"{made.url}/@@proces-verbal")) == 404


def test_after_the_sitting_a_visitor_reads_decisions_and_votes(app, made):
    sitting.lead(made, "decisions_published")
    transaction.commit()
    page = read(app, made.url)
    clean(page)
    assert "Adopté" in page
    assert "Par 2 voix pour et une voix contre" in page
    decision = read(app, made.shown.absolute_url())
    clean(decision)
    assert "Ceci est un projet" not in decision
    assert "deliberation-vote-yes" in decision
    assert 'rel="bookmark"' in decision
    assert made.meeting.absolute_url() in decision
    assert status(visit(app, f"{made.url}/@@proces-verbal")) == 404


def test_approved_minutes_are_public_without_the_closed_sitting(app, made):
    sitting.lead(made, "minutes_approved")
    transaction.commit()
    for user in READERS:
        page = read(app, f"{made.url}/@@proces-verbal", user)
        clean(page)
        assert "Jean Henrotte" in page
        assert "Article unique avec" in page
        assert "La séance est levée à" in page
    decision = read(app, made.shown.absolute_url())
    assert "Numéro au registre" in decision
    assert act_of(made.hall.council, made.shown).reference in decision
    assert "@@proces-verbal" in read(app, made.url)
    assert "@@proces-verbal" in read(app, made.council_url)


def test_the_minutes_of_a_college_stay_its_own(app, functional):
    hall = builders.town_hall(functional["portal"])
    meeting = builders.meeting(hall)
    builders.present(builders.validated(hall), meeting)
    builders.play(meeting, "prepare", "convene")
    transaction.commit()
    url = meeting.absolute_url()
    assert status(visit(app, f"{url}/@@proces-verbal")) == 404
    page = read(app, url)
    assert "Réfection" in page
    assert "deliberation-public" in page
    assert is_refused(visit(app, builders.items(meeting)[0].absolute_url()))


def test_the_closed_sitting_is_announced_only_where_the_commune_wants_it(app, made):
    assert "Huis clos" not in read(app, made.url)
    made.hall.council.announces_closed = True
    transaction.commit()
    page = read(app, made.url)
    assert "Huis clos" in page
    clean(page)
    made.hidden.privacy = "public"
    transaction.commit()
    assert "Huis clos" not in read(app, made.url)


def test_a_body_shows_its_meetings_year_by_year(app, made):
    sitting.lead(made, "decisions_published")
    hall = made.hall
    earlier = builders.meeting(
        hall, builders.in_days(12).replace(year=2025), body=hall.council
    )
    with api.env.adopt_roles(["Manager"]):
        tool = api.portal.get_tool("portal_workflow")
        status_line = {**tool.getStatusOf("meeting_workflow", earlier)}
        status_line["review_state"] = "decisions_published"
        tool.setStatusOf("meeting_workflow", earlier, status_line)
        apply_to_meeting(earlier)
    transaction.commit()
    page = read(app, made.council_url)
    assert made.url in page
    assert earlier.absolute_url() not in page
    assert "annee=2025" in page
    page = read(app, f"{made.council_url}?annee=2025")
    assert earlier.absolute_url() in page
    assert made.url not in page
    assert read(app, f"{made.council_url}?annee=abc") == read(app, made.council_url)


def test_those_who_prepare_keep_their_own_pages(app, made):
    for user in ("secretaire", "chef-travaux"):
        page = read(app, made.shown.absolute_url(), user)
        assert MASKED in page
        assert "deliberation-public" not in page
    assert CANARY in read(app, made.url, "secretaire")
    clean(read(app, f"{made.url}/@@public", "secretaire"))
    clean(read(app, f"{made.shown.absolute_url()}/@@public", "secretaire"))


def test_the_public_page_of_what_is_not_public_answers_404(app, made):
    other = builders.meeting(made.hall, builders.in_days(40), body=made.hall.council)
    transaction.commit()
    for context in (other, made.hidden):
        url = f"{context.absolute_url()}/@@public"
        assert status(visit(app, url, "secretaire")) == 404
        assert is_refused(visit(app, url))
    assert (
        status(visit(app, f"{other.absolute_url()}/@@seance.ics", "secretaire")) == 404
    )


def test_one_meeting_goes_into_ones_own_calendar(app, made):
    page = visit(app, f"{made.url}/@@seance.ics")
    assert page.headers["Content-Type"].startswith("text/calendar")
    assert page.contents.count("BEGIN:VEVENT") == 1
    assert made.meeting.absolute_url() in page.contents.replace("\r\n ", "")


def test_a_regulation_and_its_decision_lead_to_each_other(app, made):
    text = regulation(made.hall, "Règlement des trottinettes")
    text.decided_by = made.shown.UID()
    hidden = regulation(made.hall, "Règlement du personnel")
    hidden.decided_by = made.hidden.UID()
    builders.play(text, "publish")
    builders.play(hidden, "publish")
    draft = regulation(made.hall, "Règlement en projet")
    draft.decided_by = made.shown.UID()
    sitting.lead(made, "decisions_published")
    transaction.commit()
    page = read(app, made.shown.absolute_url())
    assert text.absolute_url() in page
    assert "Règlement en projet" not in page
    assert made.shown.absolute_url() in read(app, text.absolute_url())
    clean(read(app, hidden.absolute_url()))


def test_a_point_leads_to_the_one_it_takes_up_again(app, made):
    links.tie(made.shown, made.hidden, links.POSTPONED)
    sitting.lead(made, "decisions_published")
    following = builders.meeting(
        made.hall, builders.in_days(60), body=made.hall.council
    )
    again = builders.validated(
        made.hall,
        "Trottinette, suite",
        body=made.hall.council,
        synthesis_note=builders.rich("Suite"),
    )
    links.tie(again, made.shown, links.DELAYED)
    builders.present(again, following)
    builders.play(following, "prepare", "convene")
    transaction.commit()
    page = read(app, made.shown.absolute_url())
    clean(page)
    assert again.absolute_url() in page
    assert made.shown.absolute_url() in read(app, again.absolute_url())


def test_a_body_without_publicity_says_so(app, made):
    made.hall.college.publicity = "none"
    transaction.commit()
    page = read(app, made.hall.college.absolute_url())
    assert "ne sont pas publiques" in page
    assert PUBLIC not in page

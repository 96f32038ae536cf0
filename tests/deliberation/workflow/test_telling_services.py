"""Each service learns what became of its points, and of no other."""

from imio.platform.core.jobs.testing import run_pending
from imio.platform.deliberation.workflow import telling_services
from tests.deliberation import builders
from tests.deliberation.publishing import is_refused
from tests.deliberation.publishing import visit
from tests.deliberation.publishing import words
import pytest
import transaction

CANARY = "Zarbiflore"


def two_services(hall):
    """A public point of Travaux, a closed one of Population, decided."""
    moment = builders.in_days(-10)
    with builders.at(builders.in_days(-19)):
        meeting = builders.meeting(hall, moment)
        for title, service, privacy in (
            ("Trottoir", "Travaux", "public"),
            (f"Sanction {CANARY}", "Population", "closed"),
        ):
            made = builders.validated(hall, title, service, privacy=privacy)
            builders.present(made, meeting)
        builders.play(meeting, "prepare", "convene")
    with builders.at(moment):
        builders.play(meeting, "open")
        builders.seat(meeting)
        for item in builders.items(meeting):
            with builders.api.env.adopt_roles(["Manager"]):
                builders.decide(item, "adopted")
        builders.play(meeting, "close")
    return meeting


@pytest.fixture
def sent(monkeypatch):
    found = []
    monkeypatch.setattr(
        telling_services,
        "notify",
        lambda people, kind, subject, text, url: found.append(
            (sorted(people), subject, text, url)
        ),
    )
    return found


def test_each_service_gets_its_own_decisions_and_no_closed_title(portal, sent):
    hall = builders.town_hall(portal)
    meeting = two_services(hall)
    run_pending()
    sent.clear()
    builders.play(meeting, "publish_decisions")
    run_pending()
    told = {tuple(people): text for people, _subject, text, _url in sent}
    works = told["agent-travaux", "chef-travaux"]
    population = told["agent-population", "chef-population"]
    assert "1. Trottoir : adopté" in works
    assert "Point du huis clos : adopté" in population
    assert "Trottoir" not in population
    assert all(CANARY not in str(one) for one in sent)


def test_the_page_lists_the_decisions_of_the_readers_services(functional):
    app = functional["app"]
    hall = builders.town_hall(functional["portal"])
    meeting = two_services(hall)
    transaction.commit()
    url = f"{hall.portal.absolute_url()}/deliberations/@@decisions-de-mon-service"
    url = f"{url}?year={meeting.date.year}"
    for user in ("", "citoyen"):
        assert is_refused(visit(app, url, user)), user
    assert "Trottoir" not in words(visit(app, url, "agent-travaux"))
    builders.play(meeting, "publish_decisions")
    transaction.commit()
    works = words(visit(app, url, "agent-travaux"))
    assert "Trottoir" in works and CANARY not in works
    population = words(visit(app, url, "agent-population"))
    assert CANARY in population and "Trottoir" not in population

"""The supervision's follow-up: list, page, publication, work that waits, by role."""

from datetime import date
from datetime import datetime
from datetime import timedelta
from imio.platform.core.clock import BRUSSELS
from imio.platform.deliberation.content.publication import publications_folder
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.records.supervisions import supervision
from imio.platform.deliberation.rules.supervision import Stage
from imio.platform.deliberation.rules.supervision import Supervision
from imio.platform.deliberation.work.sources import AtSupervision
from imio.platform.deliberation.workflow.supervising import follow
from imio.platform.deliberation.workflow.supervising import followed
from imio.platform.deliberation.workflow.supervising import note_lapse
from plone import api
from plone.dexterity.utils import createContentInContainer
from plone.namedfile.file import NamedBlobFile
from tests.deliberation import builders
from tests.deliberation.publishing import is_refused
from tests.deliberation.publishing import status
from tests.deliberation.publishing import visit
from tests.deliberation.publishing import words
from zope.globalrequest import getRequest
import pytest
import transaction

JUNE = datetime(2026, 6, 25, 20, tzinfo=BRUSSELS)


@pytest.fixture
def hall(portal):
    return builders.town_hall(portal)


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=BRUSSELS)


def decided(hall, *titles):
    meeting = builders.held(hall, titles, hall.council, JUNE)
    return builders.items(meeting)


def regulation(hall):
    return createContentInContainer(
        publications_folder(hall.council),
        "Publication",
        checkConstraints=False,
        title="Taxe sur les déchets",
        document_type="tax_regulation",
        adopted_on=JUNE.date(),
        file=NamedBlobFile(b"%PDF-1.7", filename="taxe.pdf"),
    )


def test_silence_is_noted_and_told_on_the_regulation(hall):
    item = decided(hall, "Taxe")[0]
    text = regulation(hall)
    sent = date(2026, 7, 6)
    follow(
        item,
        Supervision("approval", JUNE.date(), sent, sent, publication=text.UID()),
    )
    assert not text.supervisory_decision
    last_day = builders.at(noon(date(2026, 8, 5)))
    with last_day, pytest.raises(DeliberationError, match="expiré"):
        note_lapse(item)
    with builders.at(noon(date(2026, 8, 6))):
        note_lapse(item)
    assert text.supervisory_decision == "Approuvé par expiration du délai"
    assert text.supervisory_date == date(2026, 8, 5)


def test_the_most_pressing_act_comes_first(hall):
    budget, taxe, rules = decided(hall, "Budget", "Taxe", "Règlement")
    day = JUNE.date()
    follow(budget, Supervision("approval", day, day, day))
    follow(taxe, Supervision("approval", day))
    follow(
        rules, Supervision("general", day, day, decision="annulled", decision_on=day)
    )
    with builders.at(noon(day + timedelta(days=16))):
        found = [
            (one.item.title, one.supervision.stage(day + timedelta(days=16)))
            for one in followed(hall.council)
        ]
        assert found == [
            ("Taxe", Stage.SENDING_LATE),
            ("Budget", Stage.RUNNING),
            ("Règlement", Stage.DECIDED),
        ]
        with api.env.adopt_user("secretaire"):
            work = list(AtSupervision(hall.portal, getRequest()).items())
        assert [one.title for one in work] == ["Taxe"]
        with api.env.adopt_user("agent-travaux"):
            assert list(AtSupervision(hall.portal, getRequest()).items()) == []


@pytest.mark.parametrize(
    ("value", "field"),
    [
        (Supervision("unknown", JUNE.date()), "regime"),
        (Supervision("approval", JUNE.date(), date(2026, 6, 1)), "sent_on"),
        (Supervision("approval", JUNE.date(), decision="approved"), "decision_on"),
        (Supervision("approval", JUNE.date(), days=999), "days"),
    ],
)
def test_an_impossible_follow_up_names_its_field(hall, value, field):
    item = decided(hall, "Taxe")[0]
    with pytest.raises(DeliberationError) as refusal:
        follow(item, value)
    assert refusal.value.field == field
    assert supervision(hall.council, item.UID()) is None


def test_a_point_that_was_not_adopted_is_not_followed(hall):
    item = builders.item(hall)
    with pytest.raises(DeliberationError, match="adopté"):
        follow(item, Supervision("approval", JUNE.date()))


def test_the_pages_are_the_secretariats(functional):
    app = functional["app"]
    hall = builders.town_hall(functional["portal"])
    item = decided(hall, "Budget")[0]
    transaction.commit()
    listing = f"{hall.council.absolute_url()}/@@tutelle"
    url = f"{item.absolute_url()}/@@suivi-tutelle"
    for address in (listing, url):
        for user in ("", "citoyen", "agent-travaux", "echevin"):
            assert is_refused(visit(app, address, user)), (address, user)
    page = visit(app, url, "secretaire")
    page.getControl(name="sent_on").value = "2026-06-01"
    page.getControl("Enregistrer le suivi").click()
    assert status(page) == 400
    assert "L'envoi ne peut pas précéder la séance." in words(page)
    assert 'value="2026-06-01"' in words(page)
    page.getControl(name="regime").value = ["approval"]
    page.getControl(name="sent_on").value = "2026-07-06"
    page.getControl(name="received_on").value = "2026-07-06"
    page.getControl("Enregistrer le suivi").click()
    assert status(page) == 200
    page = visit(app, listing, "secretaire")
    assert "Budget" in words(page) and "5 août 2026" in words(page)

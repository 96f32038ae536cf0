"""Minutes corrected before they are approved (CDLD L1122-16)."""

from imio.platform.core.documents import generate
from imio.platform.core.workflow.guards import verdict
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.records.corrections import corrections
from imio.platform.deliberation.records.register import act_words
from imio.platform.deliberation.records.register import acts
from imio.platform.deliberation.workflow.correcting import observe
from imio.platform.deliberation.workflow.correcting import settle
from io import BytesIO
from plone import api
from tests.deliberation import builders
from tests.deliberation.publishing import is_refused
from tests.deliberation.publishing import status
from tests.deliberation.publishing import visit
from tests.deliberation.publishing import words
from zipfile import ZipFile
import pytest
import transaction

WHO = "Luc Delvaux, Échevin"


@pytest.fixture
def hall(portal):
    return builders.town_hall(portal)


@pytest.fixture
def meeting(hall):
    return builders.held(
        hall, ("Trottoir",), decision=builders.rich("De réparer le trottoir.")
    )


def odt_text(context, template):
    with api.env.adopt_user("secretaire"):
        made = generate(context, template, "odt")
    with ZipFile(BytesIO(made.data)) as odt:
        return odt.read("content.xml").decode("utf-8")


def test_an_accepted_correction_enters_the_text_the_act_and_both_minutes(hall, meeting):
    item = builders.items(meeting)[0]
    observe(meeting, WHO, item.UID(), "le trottoir", "les trottoirs")
    assert "le trottoir" in item.decision.raw
    settle(meeting, 1, True)
    assert "les trottoirs" in item.decision.raw
    following = builders.held(hall, (), day=builders.in_days(-3))
    builders.play(meeting, "approve_minutes")
    told = act_words(hall.college, acts(hall.college)[0])
    assert "les trottoirs" in told["point"]["decision"]
    for minutes in (meeting, following):
        text = odt_text(minutes, "deliberation-proces-verbal")
        assert "Observation de Luc Delvaux" in text
        assert "« le trottoir »" in text


def test_a_refused_observation_changes_nothing_and_stays_printed(hall, meeting):
    item = builders.items(meeting)[0]
    observe(meeting, WHO, item.UID(), "le trottoir", "les trottoirs")
    with pytest.raises(DeliberationError, match="pourquoi"):
        settle(meeting, 1, False)
    settle(meeting, 1, False, "Un seul trottoir était visé")
    assert "le trottoir" in item.decision.raw
    assert "pas retenue" in odt_text(meeting, "deliberation-proces-verbal")


def test_minutes_wait_for_the_suite_of_every_observation(hall, meeting):
    builders.held(hall, (), day=builders.in_days(-3))
    observe(meeting, WHO, note="Je n'étais pas excusé")
    refusal = verdict(meeting, "approve_minutes")
    assert not refusal and "observations" in refusal.reason
    settle(meeting, 1, True)
    assert verdict(meeting, "approve_minutes")


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"author": "", "note": "x"}, "author"),
        ({"author": WHO}, "note"),
        ({"author": WHO, "item": "unknown", "note": "x"}, "item"),
        ({"author": WHO, "before": "le pont"}, "before"),
        ({"author": WHO, "note": "x" * 4001}, "note"),
    ],
)
def test_an_incomplete_observation_names_its_field(meeting, values, field):
    with pytest.raises(DeliberationError) as refusal:
        observe(
            meeting,
            values.get("author", ""),
            values.get("item", ""),
            values.get("before", ""),
            values.get("after", ""),
            values.get("note", ""),
        )
    assert refusal.value.field == field
    assert corrections(meeting) == []


def test_approved_minutes_take_no_observation(hall, meeting):
    builders.held(hall, (), day=builders.in_days(-3))
    builders.play(meeting, "approve_minutes")
    with pytest.raises(DeliberationError, match="approbation"):
        observe(meeting, WHO, note="Trop tard")


def test_a_member_observes_and_the_secretariat_answers(functional):
    app = functional["app"]
    hall = builders.town_hall(functional["portal"])
    meeting = builders.held(hall, ("Trottoir",))
    transaction.commit()
    url = f"{meeting.absolute_url()}/@@observations"
    for user in ("", "citoyen", "agent-travaux"):
        assert is_refused(visit(app, url, user)), user
    page = visit(app, url, "echevin")
    assert 'name="author"' not in words(page)
    page.getControl(name="before").value = "un passage absent"
    page.getControl("Noter l'observation").click()
    assert status(page) == 400
    assert "un passage absent" in words(page)
    page.getControl(name="before").value = ""
    page.getControl(name="note").value = "J'ai voté contre"
    page.getControl("Noter l'observation").click()
    assert "Benoît Collard, Échevin" in words(page)
    assert "Ne pas retenir" not in words(page)
    page = visit(app, url, "secretaire")
    page.getControl(name="reply-1").value = "Le vote est ainsi noté"
    page.getControl("Ne pas retenir").click()
    assert "Non retenue" in words(page)
    transaction.begin()
    assert corrections(meeting)[0].reply == "Le vote est ainsi noté"

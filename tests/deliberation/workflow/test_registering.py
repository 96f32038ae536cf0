"""Approval of the minutes makes acts, numbered, fixed and verifiable."""

from datetime import date
from imio.platform.core.documents import generate
from imio.platform.core.jobs.testing import run_pending
from imio.platform.core.mail import sending
from imio.platform.core.numbering import last_number
from imio.platform.deliberation.documents import act_files
from imio.platform.deliberation.records.fixed_minutes import fixed_file
from imio.platform.deliberation.records.register import act_bytes
from imio.platform.deliberation.records.register import act_of
from imio.platform.deliberation.records.register import acts
from imio.platform.deliberation.records.register import keep_file
from imio.platform.deliberation.workflow.registering import ask_for_files
from imio.platform.deliberation.workflow.registering import is_whole
from imio.platform.deliberation.workflow.registering import register
from imio.platform.deliberation.workflow.registering import sequence
from imio.platform.deliberation.workflow.verifying import verification
from io import BytesIO
from plone import api
from plone.namedfile.file import NamedBlobFile
from pypdf import PdfReader
from tests.deliberation import builders
from zExceptions import Unauthorized
from zipfile import ZipFile
from zope.annotation.interfaces import IAnnotations
import pytest


@pytest.fixture
def hall(portal, monkeypatch):
    monkeypatch.setattr(sending, "deliver", lambda site, message: None)
    return builders.town_hall(portal)


def pdf_text(data: bytes) -> str:
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)
    return " ".join(text.split())


def numbers(body):
    return [(act.reference, act.title) for act in acts(body)]


def test_each_decision_takes_the_next_number_in_the_order_of_the_agenda(hall):
    meeting = builders.approved(hall, ("Trottoir", "Zone 30", "Subside"))
    year = meeting.date.year
    assert numbers(hall.college) == [
        (f"{year}/0001", "Trottoir"),
        (f"{year}/0002", "Zone 30"),
        (f"{year}/0003", "Subside"),
    ]


def test_each_body_has_its_own_numbers(hall):
    builders.approved(hall, ("Trottoir",))
    builders.approved(hall, ("Règlement",), hall.council)
    assert [act.number for act in acts(hall.college)] == [1]
    assert [act.number for act in acts(hall.council)] == [1]


def test_what_was_postponed_takes_no_number(hall):
    meeting = builders.held(hall, ("Trottoir", "Subside"))
    first = builders.items(meeting)[0]
    first.outcome = "postponed"
    builders.held(hall, (), day=builders.in_days(-3))
    builders.play(meeting, "approve_minutes")
    assert [act.title for act in acts(hall.college)] == ["Subside"]


def test_a_meeting_enters_the_register_once(hall):
    meeting = builders.approved(hall)
    assert register(meeting) == []
    assert len(acts(hall.college)) == 1
    assert last_number(sequence(hall.college), meeting.date.year) == 1


def test_a_refused_approval_gives_every_number_back(hall, monkeypatch):
    from imio.platform.deliberation.workflow import registering
    import transaction

    meeting = builders.held(hall, ("Trottoir", "Subside"))
    builders.held(hall, (), day=builders.in_days(-3))
    real, seen = registering.add_act, []

    def fails_at_the_second(*arguments):
        seen.append(arguments)
        if len(seen) == 2:
            raise RuntimeError("disk full")
        real(*arguments)

    monkeypatch.setattr(registering, "add_act", fails_at_the_second)
    point = transaction.savepoint()
    with pytest.raises(RuntimeError):
        builders.play(meeting, "approve_minutes")
    point.rollback()
    assert acts(hall.college) == []
    assert last_number(sequence(hall.college), meeting.date.year) == 0


def test_the_act_is_fixed_as_pdf_a_with_its_fingerprint(hall):
    meeting = builders.approved(
        hall,
        ("Trottoir",),
        motivation=builders.rich("Vu le Code"),
        decision=builders.rich("Article 1er. De réparer."),
    )
    assert not is_whole(meeting)
    run_pending()
    assert is_whole(meeting)
    act = acts(hall.college)[0]
    data = act_bytes(hall.college, act)
    assert b"pdfaid:part" in data or b"pdfaid" in data
    text = pdf_text(data)
    for words in (
        f"n° {act.reference}",
        "Claire Lambert, Bourgmestre",
        "Nathalie Wauters, Directrice générale",
        "Objet : Trottoir",
        "Le Collège communal,",
        "Vu le Code",
        "DÉCIDE :",
        "Article 1er. De réparer.",
        "(s) Claire Lambert",
    ):
        assert words in text, words
    assert verification(hall.college, act.year).is_intact
    assert "Trottoir" in pdf_text(fixed_file(meeting).data)


def test_pitfall_8_later_documents_use_the_words_that_were_approved(hall):
    meeting = builders.approved(hall)
    run_pending()
    item = builders.items(meeting)[0]
    with api.env.adopt_user("secretaire"):
        before = generate(item, "deliberation-deliberation").data
        minutes = generate(meeting, "deliberation-proces-verbal").data
    person = next(
        brain.getObject()
        for brain in api.content.find(portal_type="Person")
        if brain.getObject().last_name == "Lambert"
    )
    person.first_name, person.last_name = "Autre", "Personne"
    mandate = person.objectValues()[0]
    mandate.end = date(2024, 12, 3)
    mandate.reindexObject()
    item.decision = builders.rich("Un autre texte")
    with api.env.adopt_user("secretaire"):
        assert generate(item, "deliberation-deliberation").data == before
        assert generate(meeting, "deliberation-proces-verbal").data == minutes
        for context, template in (
            (item, "deliberation-deliberation"),
            (item, "deliberation-extrait"),
            (meeting, "deliberation-proces-verbal"),
        ):
            text = odt_text(generate(context, template, "odt").data)
            assert "Claire Lambert" in text, template
            assert "Trottoir : décision" in text
            assert "Un autre texte" not in text


def odt_text(data: bytes) -> str:
    with ZipFile(BytesIO(data)) as odt:
        return odt.read("content.xml").decode("utf-8")


def test_files_are_made_a_few_at_a_time_and_go_on_where_they_stopped(hall, monkeypatch):
    monkeypatch.setattr(act_files, "AT_ONCE", 2)
    meeting = builders.approved(hall, ("Un", "Deux", "Trois"))
    made = []
    real = act_files.generate

    def stops_at_the_third(context, *arguments, **options):
        if len(made) == 2:
            made.append("stop")
            raise RuntimeError("LibreOffice died")
        made.append(context.Title())
        return real(context, *arguments, **options)

    monkeypatch.setattr(act_files, "generate", stops_at_the_third)
    with pytest.raises(RuntimeError):
        run_pending()
    assert [act.has_file for act in acts(hall.college)] == [True, True, False]
    ask_for_files(meeting)
    run_pending()
    assert is_whole(meeting)
    assert made == ["Un", "Deux", "stop", "Trois", meeting.Title()]


def test_a_fixed_file_does_not_change(hall):
    builders.approved(hall)
    act = keep_file(hall.college, acts(hall.college)[0], b"%PDF a", "a.pdf")
    with pytest.raises(ValueError, match="its file"):
        keep_file(hall.college, act, b"%PDF other", "other.pdf")


def test_a_verification_names_the_act_whose_file_was_changed(hall):
    builders.approved(hall, ("Trottoir", "Subside"))
    for act in acts(hall.college):
        keep_file(hall.college, act, b"%PDF a", "a.pdf")
    year = acts(hall.college)[0].year
    line = IAnnotations(hall.college)["imio.platform.deliberation.register"][
        f"{year}/0000002"
    ]
    line["file"] = NamedBlobFile(b"%PDF forged", filename="forged.pdf")
    found = verification(hall.college, year).findings
    assert [(one.number, one.fault) for one in found] == [(2, "file")]


def test_nobody_deletes_a_point_that_is_in_the_register_and_the_act_survives(hall):
    meeting = builders.approved(hall)
    item = builders.items(meeting)[0]
    assert act_of(hall.college, item).number == 1
    with api.env.adopt_roles(["Manager"]), pytest.raises(Unauthorized):
        api.content.delete(item, check_linkintegrity=False)
    item.aq_parent._delObject(item.getId())
    assert [act.number for act in acts(hall.college)] == [1]
    assert verification(hall.college, meeting.date.year).is_intact


def test_the_printed_register_lists_numbers_and_fingerprints(hall):
    builders.approved(hall, ("Trottoir", "Subside"))
    with api.env.adopt_user("secretaire"):
        text = odt_text(generate(hall.college, "deliberation-registre", "odt").data)
    for act in acts(hall.college):
        assert act.reference in text
        assert act.seal in text
    assert "Directrice générale" in text

"""Convocations and complements reach each member, with the proof of it."""

from datetime import timedelta
from imio.platform.core.documents import generate
from imio.platform.core.jobs.testing import run_pending
from imio.platform.core.mail import sending as mailing
from imio.platform.core.mail.message import BadAddress
from imio.platform.deliberation.browser.meeting.proof import proofs
from imio.platform.deliberation.documents import sending
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.records.agenda import agenda
from imio.platform.deliberation.records.convocations import COMPLEMENT
from imio.platform.deliberation.records.convocations import sendings
from imio.platform.deliberation.records.convocations import waves
from imio.platform.deliberation.workflow import convoking as sent_by
from io import BytesIO
from plone import api
from tests.deliberation import builders
from tests.deliberation import convoking
from zipfile import ZipFile
from zope.i18n import translate
import pytest


@pytest.fixture
def hall(portal):
    return builders.town_hall(portal)


@pytest.fixture
def mails(monkeypatch):
    """What the mail server took."""
    taken = []
    monkeypatch.setattr(mailing, "deliver", lambda site, mail: taken.append(mail))
    return taken


@pytest.fixture
def meeting(hall, mails):
    """A council whose convocation was sent on the 15th, then a councillor's point."""
    made = convoking.council_meeting(hall)
    with convoking.on_june(15, 10):
        run_pending()
    with convoking.on_june(18):
        builders.present(convoking.councillors_point(hall), made)
    mails.clear()
    return made


def said(meeting, wave: int = 0) -> list[str]:
    return [translate(line.said) for line in proofs(meeting)[wave].lines]


def odt_text(data: bytes) -> str:
    with ZipFile(BytesIO(data)) as odt:
        return odt.read("content.xml").decode("utf-8")


def test_each_member_gets_a_mail_and_its_instant_is_kept(meeting):
    assert said(meeting) == [
        "Envoyée à p@example.org le 15/06/2026 à 10:00",
        "Envoyée à c@example.org le 15/06/2026 à 10:00",
        "Envoyée à c@example.org le 15/06/2026 à 10:00",
    ]


def test_the_complement_holds_the_added_points_and_only_them(meeting, mails):
    with convoking.on_june(18, 11):
        sent_by.send_complement(meeting)
        run_pending()
    assert len(mails) == 3
    assert mails[0]["Subject"].startswith("Ordre du jour complémentaire")
    with api.env.adopt_user("secretaire"):
        made = generate(meeting, "deliberation-ordre-du-jour-complementaire", "odt")
    text = odt_text(made.data)
    assert "Aire de jeux" in text
    assert "à la demande de Nadia Peeters" in text
    assert "Budget" not in text
    assert [wave.kind for wave in waves(meeting)] == ["convocation", COMPLEMENT]
    assert len(said(meeting)) == 3


def test_numbers_of_a_complement_are_printed_and_stay(meeting, hall):
    with convoking.on_june(18, 11):
        sent_by.send_complement(meeting)
        assert [entry.fixed_number for entry in agenda(meeting)] == ["1", "2"]
        with pytest.raises(DeliberationError) as caught:
            sent_by.send_complement(meeting)
        assert "Aucun point" in caught.value.message
        late = convoking.councillors_point(hall, "Piste cyclable")
        builders.present(late, meeting)
        assert sent_by.pending_points(meeting) == [late.UID()]


def test_a_complement_without_note_is_refused_by_name(meeting, hall):
    with convoking.on_june(17):
        bare = convoking.council_point(hall, "Emprunt", synthesis_note=None)
        builders.present(bare, meeting)
        refusal = sent_by.complement_verdict(meeting)
    assert "Emprunt" in translate(refusal.reason)


def test_one_wrong_address_keeps_nobody_else_waiting(hall, mails, monkeypatch):
    def wrong_first(to, *arguments, **options):
        if not tried:
            tried.append(to)
            raise BadAddress("adresse impossible")
        return real(to, *arguments, **options)

    tried, real = [], sending.send_mail
    monkeypatch.setattr(sending, "send_mail", wrong_first)
    made = convoking.council_meeting(hall)
    with convoking.on_june(15):
        run_pending()
    assert len(mails) == 2
    assert said(made)[0].startswith("Aucune adresse")


def test_a_wave_is_sent_once_whatever_the_job_does(meeting, mails):
    with convoking.on_june(15, 11):
        sending.send_convocation(api.portal.get(), meeting.UID(), waves(meeting)[0].id)
        run_pending()
    assert mails == []


def test_a_mail_is_sent_again_to_the_address_known_now(meeting, mails):
    wave = waves(meeting)[0]
    member = wave.sendings[1].member
    person = convoking.person_of(member)
    person.email = "nadia.peeters@example.org"
    with convoking.on_june(18, 12):
        sent_by.resend(meeting, wave.id, member)
        run_pending()
    assert [str(mail["To"]) for mail in mails] == ["nadia.peeters@example.org"]
    expected = "Envoyée à nadia.peeters@example.org le 18/06/2026 à 12:00"
    assert expected in said(meeting)
    assert sendings(meeting)[1].attempt == 2


def test_paper_is_noted_with_its_reason_and_its_day(meeting):
    wave = waves(meeting)[0]
    member = wave.sendings[0].member
    with convoking.on_june(18):
        day = convoking.date(2026, 6, 16)
        for reason, when, field in (
            ("", day, "reason"),
            ("request", day + timedelta(days=30), "day"),
            ("request", day - timedelta(days=30), "day"),
        ):
            with pytest.raises(DeliberationError) as caught:
                sent_by.note_paper(meeting, wave.id, member, reason, when)
            assert caught.value.field == field
        sent_by.note_paper(meeting, wave.id, member, "request", day)
    assert "Remise sur papier le 16/06/2026" in said(meeting)[0]
    assert "demande écrite" in said(meeting)[0]


def test_what_leaves_after_the_last_day_is_marked(meeting):
    wave = waves(meeting)[0]
    with convoking.on_june(18):
        day = convoking.date(2026, 6, 18)
        sent_by.note_paper(meeting, wave.id, wave.sendings[0].member, "impossible", day)
    assert [line.is_late for line in proofs(meeting)[0].lines] == [True, False, False]


def test_a_meeting_of_the_past_mails_nobody(hall, mails):
    meeting = convoking.council_meeting(hall)
    with convoking.on_june(26):
        sending.send_convocation(api.portal.get(), meeting.UID(), waves(meeting)[0].id)
    assert sendings(meeting) == []

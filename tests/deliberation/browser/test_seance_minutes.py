"""What was noted on the session page, as the minutes and the extract word it."""

from html import unescape
from imio.platform.deliberation.content.officials import members_of
from io import BytesIO
from tests.deliberation import builders
from tests.deliberation.browser.test_seance import press
from tests.deliberation.browser.test_seance import text
from tests.deliberation.builders import PASSWORD
from tests.deliberation.publishing import visit
from zipfile import ZipFile
import pytest
import re
import requests
import transaction

MINUTES = "deliberation-proces-verbal"


@pytest.fixture
def scene(functional):
    """The college in session, everybody there, with three points."""
    hall = builders.town_hall(functional["portal"])
    with builders.at(builders.in_days(-1)):
        meeting = builders.meeting(hall, builders.in_days(1))
        for title in ("Trottoir", "Carnaval", "Éclairage"):
            builders.present(builders.validated(hall, title), meeting)
        builders.play(meeting, "prepare", "convene")
    builders.play(meeting, "open")
    builders.seat(meeting)
    transaction.commit()
    url = f"{meeting.absolute_url()}/@@seance"
    return {"app": functional["app"], "meeting": meeting, "url": url}


def at(scene, position):
    uid = builders.items(scene["meeting"])[position].UID()
    return visit(scene["app"], f"{scene['url']}?item={uid}", "secretaire")


def uid(scene, position):
    return members_of(scene["meeting"])[position].uid


def note(scene, position, statuses):
    """Note statuses at one point alone."""
    page = at(scene, position)
    for member, status in statuses.items():
        page.getControl(name=f"status-{uid(scene, member)}").value = [status]
    page.getControl(name="onwards").value = []
    press(page, "presence")


def document(context, template):
    """The words of a document that the secretariat downloads."""
    answer = requests.get(
        f"{context.absolute_url()}/@@document",
        params={"template": template, "format": "odt"},
        auth=("secretaire", PASSWORD),
        timeout=60,
    )
    with ZipFile(BytesIO(answer.content)) as odt:
        content = odt.read("content.xml").decode("utf-8")
    words = re.sub(r"<[^>]+>", "", re.sub(r"</text:(p|h)>", " ", content))
    return re.sub(r"\s+", " ", unescape(words)).replace("\u2019", "'")


def minutes(scene):
    return document(scene["meeting"], MINUTES)


def part(words, start, end):
    return words.partition(f"{start}")[2].partition(end)[0]


def test_g15_comings_and_goings_noted_on_the_page_are_told_once(scene):
    # A, B, C and D are the first four members: Lambert, Collard, El Amrani, Delvaux.
    note(scene, 0, {0: "absent", 1: "non_attendee", 2: "excused"})
    note(scene, 1, {0: "non_attendee", 3: "excused"})
    note(scene, 2, {0: "non_attendee", 2: "excused"})
    for position in (0, 1, 2):
        press(at(scene, position), "withdrawn")
    transaction.begin()
    words = minutes(scene)
    first = part(words, "1. Trottoir", "2. Carnaval")
    assert "Claire Lambert et Samira El Amrani quittent la séance." in first
    assert "Benoît Collard ne participe pas à ce point." in first
    second = part(words, "2. Carnaval", "3. Éclairage")
    assert "Luc Delvaux quitte la séance." in second
    assert "Samira El Amrani entre en séance." in second
    assert "Benoît Collard reprend part à la séance." in second
    third = part(words, "3. Éclairage", "\0")
    assert "Samira El Amrani quitte la séance." in third
    assert "Luc Delvaux entre en séance." in third
    assert words.count("Luc Delvaux entre en séance.") == 1
    assert words.count("Luc Delvaux quitte la séance.") == 1


def test_g10_public_and_secret_votes_in_the_minutes_and_the_extract(scene):
    page = at(scene, 0)
    for member, vote in ((2, "no"), (3, "abstain"), (4, "none")):
        page.getControl(name=f"vote-{uid(scene, member)}").value = [vote]
    press(page, "vote-public")
    press(page, "decide")
    page = at(scene, 1)
    for name, value in (("yes", "2"), ("no", "1"), ("abstain", "1")):
        page.getControl(name=name).value = value
    press(page, "vote-secret")
    press(page, "decide")
    page = at(scene, 2)
    press(page, "vote-public")
    press(page, "decide")
    transaction.begin()
    words = minutes(scene)
    named = (
        "Par 2 voix pour, une voix contre (Samira El Amrani) et une abstention "
        "(Luc Delvaux)"
    )
    assert named in part(words, "1. Trottoir", "2. Carnaval")
    secret = part(words, "2. Carnaval", "3. Éclairage")
    assert "Au scrutin secret, par 2 voix pour, une voix contre et une abst" in secret
    for member in members_of(scene["meeting"]):
        assert member.person_name not in secret
    assert "À l'unanimité" in part(words, "3. Éclairage", "\0")
    item = builders.items(scene["meeting"])[0]
    extract = document(item, "deliberation-extrait")
    assert "une voix contre (Samira El Amrani)" in extract


def test_l1122_28_the_candidates_result_is_in_the_minutes(scene):
    address = f"{scene['url']}?item={builders.items(scene['meeting'])[0].UID()}"
    page = visit(scene["app"], f"{address}&vote=candidates", "secretaire")
    for number, (name, voices) in enumerate((("Anne Dupont", 3), ("Luc Martin", 2)), 1):
        page.getControl(name=f"candidate-{number}").value = name
        page.getControl(name=f"voices-{number}").value = str(voices)
    press(page, "vote-election")
    press(page, "decide")
    transaction.begin()
    words = minutes(scene)
    assert (
        "Au premier tour de scrutin secret, les voix se répartissent ainsi : Anne "
        "Dupont 3 voix et Luc Martin 2 voix ; la majorité absolue est de 3 voix et le "
        "vote désigne Anne Dupont" in words
    )


def test_the_live_minutes_and_the_document_word_a_point_alike(scene):
    page = at(scene, 0)
    page.getControl(name=f"vote-{uid(scene, 1)}").value = ["no"]
    press(page, "vote-public")
    press(page, "decide")
    live = text(page).partition('id="minutes"')[2]
    transaction.begin()
    sentence = "Par 4 voix pour et une voix contre (Benoît Collard)"
    assert sentence in live
    assert sentence in minutes(scene)

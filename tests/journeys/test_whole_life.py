"""A deliberation of the council, from the agent's draft to what the public reads.

Draft, validation, legality advice, agenda, convocation, a sitting with a vote aloud and
departures that break the quorum, decision, minutes, publication. Pages are found by
what people read on them; each is checked for accessibility on the way.
"""

from datetime import date
from tests.journeys.test_secretary import pdf_text
from tests.journeys.test_secretary import press
import pytest
import re

pytestmark = pytest.mark.journey

COUNCIL = "deliberations/conseil"
DESK = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
BRIDGE = "Réfection du pont de la Passerelle"
SCHOOL = "Marché de fournitures scolaires"


def write(page, label: str, text: str) -> None:
    """Type in the rich text editor that carries this label."""
    target = page.locator("label", has_text=re.compile(f"^\\s*{label}")).first
    area = target.get_attribute("for")
    page.frame_locator(f"iframe[id='{area}_ifr']").locator("body").fill(text)


def said(page) -> str:
    """What the page's main part says, on one line."""
    words = page.locator("main").inner_text().replace("\u2019", "'")
    return re.sub(r"\s+", " ", words)


def draft(agent, title: str, amount: str = "") -> str:
    page = agent.go(COUNCIL)
    page.get_by_role("link", name="Rédiger un point").click()
    page.get_by_label("Objet").first.fill(title)
    if amount:
        page.get_by_label("Incidence financière").fill(amount)
    write(page, "Note de synthèse", f"Note : {title}.")
    write(page, "Motivation", "Considérant l'état des lieux.")
    write(page, "Décision proposée", f"Le conseil approuve : {title}.")
    agent.check_accessible("vie-01-redaction")
    page.locator("[name='form.buttons.save']").click()
    page.wait_for_load_state("networkidle")
    agent.check_accessible("vie-02-projet")
    press(agent, "Soumettre à la validation")
    return page.url.removesuffix("/view")


def validate(head, title: str) -> None:
    page = head.go("@@mon-travail")
    head.check_accessible("vie-04-travail-du-responsable")
    page.get_by_role("link", name=title).first.click()
    press(head, "Valider le point")
    assert "secrétariat" in said(page)


def advise(director, title: str) -> None:
    """Give the legality advice that the amount asks for by itself."""
    page = director.go("@@mon-travail")
    director.check_accessible("vie-03-avis-a-rendre")
    page.get_by_role("link", name=re.compile(title)).first.click()
    page.get_by_role("link", name="Rédiger l'avis").click()
    page.get_by_label("Avis", exact=True).first.select_option(label="Favorable")
    page.get_by_role("button", name="Rendre l'avis").click()
    page.wait_for_load_state("networkidle")
    director.check_accessible("vie-03-avis-rendu")
    assert "avis est rendu" in said(page)


def convoke(secretary) -> str:
    page = secretary.go(COUNCIL)
    secretary.check_accessible("vie-05-organe")
    page.get_by_role("link", name="Planifier une séance").click()
    page.locator("[name='form.widgets.date']").fill(f"{date.today():%Y-%m-%d}T23:30")
    page.get_by_label("Motif d'urgence").fill("Le pont menace de s'effondrer.")
    secretary.check_accessible("vie-05-planifier")
    page.locator("[name='form.buttons.save']").click()
    page.wait_for_load_state("networkidle")
    meeting = page.url.removesuffix("/view")
    press(secretary, "Ouvrir l'ordre du jour")
    page.goto(f"{meeting}/@@agenda")
    for title in (BRIDGE, SCHOOL):
        page.get_by_label(title).check()
    page.get_by_role("button", name="Mettre à l'ordre du jour").click()
    page.wait_for_load_state("networkidle")
    secretary.check_accessible("vie-06-ordre-du-jour")
    page.goto(f"{meeting}/@@convocation")
    secretary.check_accessible("vie-07-convocation")
    # The public reads it next: the answer must be there, not only asked for.
    with page.expect_navigation():
        page.get_by_role("button", name="Convoquer et envoyer").click()
    return meeting


def sitting_point(page, title: str) -> None:
    page.get_by_role("navigation", name="Points").get_by_role(
        "link", name=re.compile(title)
    ).click()
    page.wait_for_load_state("networkidle")
    heading = page.get_by_role("heading", name=re.compile(title)).first
    assert heading.is_visible()


def unfold(page, words: str) -> None:
    summary = page.locator("summary", has_text=words).first
    if summary.locator("..").get_attribute("open") is None:
        summary.click()


def calls(page, name: str):
    """The selects of a form, one a member."""
    return page.locator(f"select[name^='{name}-']").all()


def note_presences(page, leaving: int, status: str) -> None:
    unfold(page, "Noter une arrivée, un départ")
    for call in calls(page, "status")[-leaving:]:
        call.select_option(label=status)
    page.get_by_role("button", name="Noter les présences").click()
    page.wait_for_load_state("networkidle")


def vote_aloud(page, against: int = 0) -> None:
    for call in calls(page, "vote")[:against]:
        call.select_option(label="Contre")
    page.get_by_role("button", name="Enregistrer le vote à haute voix").click()
    page.wait_for_load_state("networkidle")


def act(page, button: str = "Acter la décision") -> None:
    page.get_by_role("button", name=button, exact=True).click()
    page.wait_for_load_state("networkidle")
    assert "La décision est actée" in page.content()


def sit(secretary, meeting: str) -> None:
    page = secretary.page
    page.goto(meeting)
    press(secretary, "Ouvrir la séance")
    page.get_by_role("link", name="En séance", exact=True).click()
    secretary.check_accessible("vie-08-appel")
    page.get_by_role("button", name="Noter les présences").click()
    page.wait_for_load_state("networkidle")
    assert "Quorum atteint" in said(page)

    sitting_point(page, BRIDGE)
    vote_aloud(page, against=2)
    assert re.search(r"2 voix contre \([^)]+ [^)]+, [^)]+\)", said(page))
    assert "Issue proposée par le vote : Adopté" in said(page)
    secretary.check_accessible("vie-09-vote")
    act(page)

    # So many leave that nothing more can be decided, until one comes back.
    sitting_point(page, SCHOOL)
    members = len(calls(page, "status"))
    note_presences(page, members // 2 + 1, "Excusé")
    assert "Quorum non atteint" in said(page)
    secretary.check_accessible("vie-10-sans-quorum")
    assert page.get_by_role("button", name="Enregistrer le vote").count() == 0
    page.get_by_role("button", name="Acter la décision", exact=True).click()
    page.wait_for_load_state("networkidle")
    assert "quorum n'est pas atteint" in said(page)
    note_presences(page, 2, "Présent")
    assert "Quorum atteint" in said(page)
    vote_aloud(page)
    act(page)

    for line in page.get_by_role("navigation", name="Points").get_by_role("link").all():
        if not re.search(f"{BRIDGE}|{SCHOOL}", line.inner_text()):
            line.click()
            page.wait_for_load_state("networkidle")
            act(page, "Prendre acte")
            break
    unfold(page, "Procès-verbal jusqu'ici")
    secretary.check_accessible("vie-11-proces-verbal-en-cours")


def close(secretary, meeting: str) -> None:
    page = secretary.page
    page.goto(meeting)
    press(secretary, "Lever la séance")
    minutes = pdf_text(secretary, "Procès-verbal").replace("\u2019", "'")
    for words in (BRIDGE, SCHOOL, "2 voix contre", "quittent la séance"):
        assert words in minutes, words
    assert "directeur financier" in minutes.lower()
    press(secretary, "Publier les décisions")
    secretary.check_accessible("vie-12-decisions-publiees")


def read_in_public(public, meeting: str, name: str) -> None:
    """The meeting and its point, on a desk and on a phone."""
    for size in (DESK, PHONE):
        page = public.page
        page.set_viewport_size(size)
        page.goto(meeting)
        wide = page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        )
        assert not wide, f"{name}: the page scrolls sideways at {size['width']} px"
        public.check_accessible(f"{name}-seance")
        page.get_by_role("link", name=re.compile(BRIDGE)).first.click()
        page.wait_for_load_state("networkidle")
        assert BRIDGE in said(page)
        public.check_accessible(f"{name}-point")


def test_the_whole_life_of_a_deliberation(visit):
    agent = visit("agent-travaux", viewport=DESK)
    bridge = draft(agent, BRIDGE, "45000")
    draft(agent, SCHOOL)

    public = visit()
    public.page.goto(bridge)
    assert BRIDGE not in public.page.content(), "a draft is nobody else's"

    advise(visit("directeur-financier", viewport=DESK), BRIDGE)
    head = visit("chef-travaux", viewport=DESK)
    for title in (BRIDGE, SCHOOL):
        validate(head, title)

    secretary = visit("secretaire", viewport=DESK)
    meeting = convoke(secretary)
    read_in_public(public, meeting, "vie-20-projets")
    assert f"Le conseil approuve : {BRIDGE}" in said(public.page)

    sit(secretary, meeting)
    close(secretary, meeting)

    read_in_public(public, meeting, "vie-21-decisions")
    assert "2 voix contre" in said(public.page)
    public.page.goto(meeting)
    assert "Adopté" in said(public.page)

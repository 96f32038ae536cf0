"""A point of Travaux goes from a draft to the minutes, and the public reads along."""

from datetime import date
from io import BytesIO
from pypdf import PdfReader
import pytest
import re

pytestmark = pytest.mark.journey

TITLE = "Réparation du pont de la Passerelle"
COLLEGE = "deliberations/college"


def pdf_text(visitor, title: str) -> str:
    """The text of the document whose PDF the present page offers."""
    link = visitor.page.locator("a", has_text=re.compile(f"^{title} :.*PDF", re.S))
    address = link.first.get_attribute("href")
    response = visitor.page.request.get(address)
    assert response.status == 200, f"{title}: {response.status}"
    assert response.body().startswith(b"%PDF"), title
    pages = PdfReader(BytesIO(response.body())).pages
    return " ".join(page.extract_text() for page in pages).replace("\n", " ")


def press(visitor, name: str, comment: str = "") -> None:
    """Press a button of the actions bar, and confirm where it asks."""
    page = visitor.page
    page.get_by_role("button", name=name, exact=True).click()
    if page.locator("input[name='confirmed']").count():
        if comment:
            page.locator("textarea[name='comment']").fill(comment)
        page.get_by_role("button", name=name).last.click()
    page.wait_for_load_state("networkidle")


@pytest.fixture
def plain(visit):
    """Everything a secretary needs works without JavaScript."""
    return lambda user="": visit(user, java_script_enabled=False)


def test_a_point_from_draft_to_minutes(visit, plain):
    # The agent drafts and submits.
    agent = plain("agent-travaux")
    page = agent.go(COLLEGE)
    page.get_by_role("link", name="Rédiger un point").click()
    page.locator("[name='form.widgets.title']").fill(TITLE)
    page.locator("[name='form.buttons.save']").click()
    assert "vide" in page.locator(".actions-refused").inner_text()
    address = page.url
    page.goto(f"{address}/edit")
    page.locator("[name='form.widgets.synthesis_note']").fill("<p>Urgent.</p>")
    page.locator("[name='form.widgets.decision']").fill("<p>De réparer le pont.</p>")
    page.locator("[name='form.buttons.save']").click()
    press(agent, "Soumettre à la validation")
    assert "Responsable, Travaux" in page.locator(".actions-bar").inner_text()

    # The head of the service validates.
    head = plain("chef-travaux")
    page = head.go("@@mon-travail")
    page.get_by_role("link", name=TITLE).click()
    press(head, "Valider le point")
    assert "secrétariat" in page.locator("main").inner_text()

    # The secretary plans a meeting of today, presents the point and convokes.
    secretary = plain("secretaire")
    page = secretary.go(COLLEGE)
    page.get_by_role("link", name="Planifier une séance").click()
    page.locator("[name='form.widgets.date']").fill(f"{date.today():%Y-%m-%d}T23:30")
    page.locator("[name='form.buttons.save']").click()
    meeting = page.url.removesuffix("/view")
    press(secretary, "Ouvrir l'ordre du jour")
    page.goto(f"{meeting}/@@agenda")
    page.get_by_label(TITLE).check()
    page.get_by_role("button", name="Mettre à l'ordre du jour").click()
    assert TITLE in page.locator(".deliberation-agenda").inner_text()
    page.goto(f"{meeting}/@@convocation")
    assert "Dernier jour pour convoquer" in page.content()
    page.get_by_role("button", name="Convoquer et envoyer").click()
    page.goto(meeting)
    assert TITLE in pdf_text(secretary, "Convocation")

    # The public reads the agenda, nothing else.
    public = visit()
    page = public.page
    page.goto(meeting)
    assert TITLE in page.locator(".deliberation-agenda").inner_text()
    assert page.locator(".deliberation-tabs").count() == 0
    public.check_accessible("seance-publique")
    member = plain("echevin")
    member.page.goto(meeting)
    assert member.page.get_by_role("link", name=TITLE).count() == 1

    # The meeting: no decision before the quorum.
    page = secretary.page
    page.goto(meeting)
    press(secretary, "Ouvrir la séance")
    page.goto(f"{address}/@@decide")
    assert "présences" in page.locator("#refusal").inner_text()
    page.goto(f"{meeting}/@@presence")
    for group in page.locator("fieldset.deliberation-member").all():
        group.get_by_label("Présent").check()
    page.get_by_role("button", name="Noter les présences").click()
    assert "Quorum atteint" in page.locator("main").inner_text()
    page.goto(f"{meeting}/@@agenda")
    addresses = [
        line.get_attribute("href")
        for line in page.locator(".deliberation-point a").all()
    ]
    for one in addresses:
        page.goto(f"{one}/@@decide")
        page.locator("[name='form.widgets.yes']").fill("6")
        page.locator("[name='form.buttons.decide']").click()
        assert "La décision est actée" in page.content()
    page.goto(meeting)
    press(secretary, "Lever la séance")
    press(secretary, "Publier les décisions")
    minutes = pdf_text(secretary, "Procès-verbal")
    assert TITLE in minutes
    assert "l'unanimité" in minutes.replace("\u2019", "'")

    # The public reads the outcome.
    public.page.goto(meeting)
    assert "Adopté" in public.page.locator(".deliberation-agenda").inner_text()


@pytest.mark.parametrize("page", ["", "/@@agenda", "/@@convocation"])
def test_the_secretarys_pages_are_accessible(visit, page):
    secretary = visit("secretaire")
    body = secretary.go(COLLEGE)
    secretary.check_accessible("college")
    address = body.locator(".deliberation-cards a").last.get_attribute("href")
    secretary.page.goto(f"{address}{page}")
    secretary.check_accessible(f"seance{page.replace('/@@', '-')}")

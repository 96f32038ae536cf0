"""G20: the words marked as personal data, on every channel."""

from html import unescape
from imio.platform.deliberation.content.advice import Advice
from imio.platform.deliberation.content.agenda_item import AgendaItem
from imio.platform.deliberation.content.meeting import Meeting
from imio.platform.deliberation.content.publication import Publication
from imio.platform.deliberation.rules.masking import MASK_CLASS
from imio.platform.deliberation.rules.masking import PLACEHOLDER
from plone import api
from plone.app.textfield import RichTextValue
from tests.deliberation import builders
from tests.deliberation.publishing import call
from tests.deliberation.publishing import is_refused
from tests.deliberation.publishing import visit
import json
import pytest
import requests
import transaction

NAME, OTHER = "Zarbiflore", "Quintessor"
HTML = (
    f'<p>Entre <span class="{MASK_CLASS}">{NAME}</span> et '
    f'<span class="{MASK_CLASS}">{OTHER}</span>, voisins de M. Dupont.</p>'
)
CHANNELS = (
    "{item}",
    "{item}?fullobjects=1&expand=breadcrumbs,contents,workflow",
    "{item}/@decision",
    "{item}/@history",
    "{meeting}/@agenda",
    "{site}/@search?SearchableText={word}&metadata_fields=_all",
    "{site}/@search?portal_type=AgendaItem&fullobjects=1",
    "{site}/@search?Title={word}",
    "{site}/@search?Description={word}",
    "{site}/@querystring-search",
)
PAGES = (
    "{item}",
    "{item}/@@historyview",
    "{item}/manage_DAVget",
    "{item}/manage_FTPget",
    "{item}/decision",
    "{item}/decision/raw",
    "{item}/view/texts",
    "{item}/RSS",
    "{council}/RSS",
    "{site}/@@search?SearchableText={word}",
    "{site}/@@ajax-search?SearchableText={word}",
    "{site}/search_rss?SearchableText={word}",
    "{meeting}",
    "{meeting}/@@document?template=deliberation-ordre-du-jour&format=odt",
)


@pytest.fixture
def scene(functional):
    portal = functional["portal"]
    hall = builders.town_hall(portal)
    meeting = builders.meeting(hall, builders.in_days(12), body=hall.council)
    text = RichTextValue(HTML, "text/html", "text/x-html-safe")
    item = builders.validated(
        hall, "Bail", body=hall.council, synthesis_note=text, decision=text
    )
    builders.present(item, meeting)
    builders.play(meeting, "prepare", "convene")
    transaction.commit()
    return {
        "site": portal.absolute_url(),
        "council": hall.council.absolute_url(),
        "meeting": meeting.absolute_url(),
        "item": item.absolute_url(),
        "word": NAME,
        "app": functional["app"],
    }


@pytest.mark.parametrize("user", ["", "citoyen", "agent-population"])
def test_g20_neither_name_is_read_on_any_channel(scene, user):
    auth = (user, builders.PASSWORD) if user else None
    for addresses, accept in ((CHANNELS, "application/json"), (PAGES, "text/html")):
        for address in addresses:
            url = address.format(**scene)
            answer = requests.get(
                url, headers={"Accept": accept}, auth=auth, timeout=120
            )
            found = answer.text.replace(f"SearchableText={NAME}", "")
            assert OTHER not in found, address
            if "search" not in address:
                assert NAME not in found, address


def test_g20_the_public_page_and_the_service_hold_the_placeholder_twice(scene):
    for user in ("", "citoyen"):
        page = unescape(visit(scene["app"], scene["item"], user).contents)
        assert page.count(PLACEHOLDER) == 4
        code, answer = call(scene["item"], user=user)
        assert code == 200
        assert answer["decision"]["data"].count(PLACEHOLDER) == 2


def test_g20_masked_words_do_not_match_a_search(scene):
    found = call(f"{scene['site']}/@search?SearchableText={NAME}")[1]
    assert found["items"] == []
    words = call(f"{scene['site']}/@search?SearchableText=voisins")[1]
    assert [one["@id"] for one in words["items"]] == [scene["item"]]


@pytest.mark.parametrize("user", ["secretaire", "chef-travaux", "agent-travaux"])
def test_g20_those_who_write_read_the_names(scene, user):
    assert NAME in visit(scene["app"], scene["item"], user).contents
    answer = call(scene["item"], user=user)[1]
    assert NAME in answer["decision"]["data"]


def test_the_preview_shows_the_placeholder_and_what_is_still_to_mask(scene):
    for page in (scene["item"], scene["meeting"]):
        found = visit(scene["app"], f"{page}/@@public-preview", "secretaire")
        contents = unescape(found.contents)
        assert NAME not in contents
        assert contents.count(PLACEHOLDER) == 5
        assert "<mark>Dupont</mark>" in contents


def test_the_preview_is_for_those_who_prepare(scene):
    for user in ("", "citoyen", "agent-population", "echevin"):
        for page in (scene["item"], scene["meeting"]):
            found = visit(scene["app"], f"{page}/@@public-preview", user)
            assert is_refused(found), (user, page)
    page = f"{scene['item']}/@@public-preview"
    assert "Dupont" in visit(scene["app"], page, "agent-travaux").contents


def test_the_editor_offers_the_mark_and_the_filter_keeps_it(portal):
    registry = portal.portal_registry
    formats = json.loads(registry["plone.formats"])
    assert formats[MASK_CLASS]["classes"] == MASK_CLASS
    assert (
        f"Donnée personnelle à masquer|{MASK_CLASS}" in registry["plone.inline_styles"]
    )
    value = RichTextValue(HTML, "text/html", "text/x-html-safe")
    assert value.output_relative_to(portal).count(MASK_CLASS) == 2
    setup = api.portal.get_tool("portal_setup")
    setup.runAllImportStepsFromProfile("profile-imio.platform.deliberation:uninstall")
    assert MASK_CLASS not in registry["plone.formats"]
    assert not [one for one in registry["plone.inline_styles"] if MASK_CLASS in one]
    assert not [one for one in registry["plone.content_css"] if "masking" in one]


def test_the_source_of_deliberations_is_for_those_who_edit(portal):
    for made in (AgendaItem, Meeting, Advice, Publication):
        for name in ("manage_DAVget", "manage_FTPget"):
            roles = getattr(made, f"{name}__roles__")
            assert "Modify_portal_content" in roles._p, made

"""G19: what is decided behind closed doors stays there, on every channel."""

from io import BytesIO
from plone import api
from plone.dexterity.utils import createContentInContainer
from plone.namedfile.file import NamedBlobFile
from tests.deliberation import builders
from tests.deliberation.publishing import call
from zipfile import ZipFile
import pytest
import requests
import transaction

CANARY = "Zarbiflore"
PUBLIC = "Trottinette"

#: Channels, from the site's address; ``{council}`` and ``{meeting}`` are addresses.
CHANNELS = (
    "{site}/@search?SearchableText={word}&metadata_fields=_all",
    "{site}/@search?portal_type=AgendaItem&fullobjects=1",
    "{site}/@search?path.query=/&sort_on=modified&b_size=500&metadata_fields=_all",
    "{site}/@navigation?expand.navigation.depth=5",
    "{council}",
    "{council}/@navigation?expand.navigation.depth=3",
    "{council}/points/{year}",
    "{meeting}",
    "{meeting}/@agenda",
    "{meeting}?expand=breadcrumbs,navigation,contents,types,workflow,aliases",
    "{meeting}/@history",
    "{meeting}/@workflow",
)
PAGES = (
    "{site}/@@search?SearchableText={word}",
    "{site}/@@ajax-search?SearchableText={word}",
    "{site}/sitemap",
    "{site}/sitemap.xml.gz",
    "{site}/search_rss?SearchableText={word}",
    "{council}",
    "{council}/RSS",
    "{council}/@@seances.ics",
    "{council}/@@decisions.csv",
    "{council}/reglements",
    "{council}/atom.xml",
    "{council}/folder_listing",
    "{council}/points/{year}",
    "{meeting}",
    "{meeting}/@@historyview",
    "{meeting}/manage_DAVget",
    "{meeting}/manage_FTPget",
    "{meeting}/@@document?template=deliberation-ordre-du-jour&format=odt",
    "{meeting}/@@document?template=deliberation-convocation&format=odt",
    "{meeting}/@@document?template=deliberation-proces-verbal&format=odt",
)


@pytest.fixture
def addresses(functional):
    """A convoked council with one public and one closed point."""
    portal = functional["portal"]
    hall = builders.town_hall(portal)
    meeting = builders.meeting(hall, builders.in_days(12), body=hall.council)
    for title, privacy in ((PUBLIC, "public"), (f"Cas {CANARY}", "closed")):
        item = builders.validated(
            hall,
            title,
            body=hall.council,
            privacy=privacy,
            synthesis_note=builders.rich(f"Note {title}"),
            notes=f"Interne {CANARY}",
        )
        builders.present(item, meeting)
    with api.env.adopt_roles(["Manager"]):
        annex = createContentInContainer(
            item,
            "Annex",
            title=f"Annexe {CANARY}",
            category="document",
            file=NamedBlobFile(b"%PDF-1.4 " + CANARY.encode(), filename="note.pdf"),
        )
    builders.play(meeting, "prepare", "convene", comment=f"Suite {PUBLIC}")
    transaction.commit()
    return {
        "site": portal.absolute_url(),
        "council": hall.council.absolute_url(),
        "meeting": meeting.absolute_url(),
        "closed": item.absolute_url(),
        "annex": annex.absolute_url(),
        "closed_uid": item.UID(),
        "year": item.aq_parent.getId(),
        "word": CANARY,
    }


def read(url, **headers):
    return requests.get(url, headers=headers, timeout=120)


def test_g19_the_closed_point_appears_on_no_channel(addresses):
    for channel in CHANNELS:
        url = channel.format(**addresses)
        answer = read(url, Accept="application/json")
        found = answer.text.replace(f"SearchableText={CANARY}", "")
        assert CANARY not in found, channel
        assert addresses["closed_uid"] not in found, channel
    for page in PAGES:
        url = page.format(**addresses)
        answer = read(url)
        text = _text(answer)
        assert f"Cas {CANARY}" not in text, page
        assert f"Note Cas {CANARY}" not in text, page
        assert addresses["closed_uid"] not in text, page


def test_g19_its_address_is_closed(addresses):
    url = addresses["closed"]
    for suffix in ("", "/@history", "/@workflow", "/@breadcrumbs", "/@annexes"):
        assert read(url + suffix, Accept="application/json").status_code in (
            401,
            403,
            404,
        ), suffix
    for suffix in ("", "/view", "/@@download/file", "/@@images/file", "/file"):
        answer = read(addresses["annex"] + suffix)
        assert CANARY not in answer.text.replace(addresses["annex"], ""), suffix
    uid = addresses["closed_uid"]
    for path in (f"resolveuid/{uid}", f"resolveUid/{uid}"):
        assert CANARY not in read(f"{addresses['site']}/{path}").text


def test_g19_the_public_point_is_found_and_its_notes_are_not(addresses):
    url = f"{addresses['site']}/@search?SearchableText={PUBLIC}"
    code, answer = call(url)
    assert code == 200
    items = [one for one in answer["items"] if one["@type"] == "AgendaItem"]
    assert [one["title"] for one in items] == [PUBLIC]
    code, point = call(items[0]["@id"])
    assert code == 200
    assert "notes" not in point
    assert CANARY not in str(point)
    for source in ("manage_DAVget", "manage_FTPget"):
        assert CANARY not in read(f"{items[0]['@id']}/{source}").text
    page = read(items[0]["@id"])
    assert page.status_code == 200
    assert PUBLIC in page.text
    assert CANARY not in page.text


def test_g19_the_public_agenda_document_holds_the_public_point_only(addresses):
    url = PAGES[-3].format(**addresses)
    answer = read(url)
    assert answer.status_code == 200
    text = _text(answer)
    assert PUBLIC in text
    assert CANARY not in text


def test_a_point_turned_to_the_closed_sitting_leaves_the_public_at_once(addresses):
    code, answer = call(f"{addresses['site']}/@search?SearchableText={PUBLIC}")
    url = next(one["@id"] for one in answer["items"] if one["@type"] == "AgendaItem")
    assert call(url, "PATCH", {"privacy": "closed"}, "secretaire")[0] == 204
    assert call(url)[0] in (401, 403, 404)
    code, answer = call(f"{addresses['site']}/@search?SearchableText={PUBLIC}")
    assert [one for one in answer["items"] if one["@type"] == "AgendaItem"] == []


def _text(answer) -> str:
    """The text of an answer, that of an ODT from its inside."""
    if "opendocument" not in answer.headers.get("Content-Type", ""):
        return answer.text
    with ZipFile(BytesIO(answer.content)) as odt:
        return odt.read("content.xml").decode("utf-8")

"""G19, on every channel at once: the closed sitting, as somebody who is not entitled.

A visitor and a citizen read neither the canary word nor the masked one anywhere; an
agent of another service reads nothing of the closed point.
"""

from html import unescape
from io import BytesIO
from tests.deliberation import builders
from tests.deliberation import sitting
from tests.deliberation.sitting import CANARY
from tests.deliberation.sitting import MASKED
from tests.deliberation.sitting import PUBLIC
from zipfile import ZipFile
import gzip
import pytest
import requests
import transaction

#: Read as JSON; ``{word}`` is the canary, the others are addresses.
SERVICES = (
    "{site}/@search?SearchableText={word}&metadata_fields=_all",
    "{site}/@search?SearchableText={word}*&fullobjects=1",
    "{site}/@search?portal_type=AgendaItem&fullobjects=1&b_size=500",
    "{site}/@search?portal_type=Annex&metadata_fields=_all",
    "{site}/@search?item_privacy=closed&metadata_fields=_all",
    "{site}/@search?review_state=frozen&review_state=decided&metadata_fields=_all",
    "{site}/@navigation?expand.navigation.depth=6",
    "{site}/@sitemap?expand.navigation.depth=6",
    "{site}/@my-work",
    "{root}",
    "{root}/oparl",
    "{root}/oparl/meeting",
    "{root}/oparl/agenda-item?modified_since=2000-01-01T00:00:00Z",
    "{root}/oparl/paper?modified_since=2000-01-01T00:00:00Z",
    "{root}/oparl/consultation?modified_since=2000-01-01T00:00:00Z",
    "{root}/oparl/file?modified_since=2000-01-01T00:00:00Z",
    "{root}/oparl/location",
    "{council}",
    "{council}?expand=breadcrumbs,navigation,contents,types,workflow,aliases",
    "{council}?fullobjects=1",
    "{council}/@@votes.json",
    "{council}/points/{year}?fullobjects=1",
    "{meeting}",
    "{meeting}?expand=breadcrumbs,navigation,contents,types,workflow,aliases",
    "{meeting}/@agenda",
    "{meeting}/@history",
    "{meeting}/@workflow",
    "{meeting}/@documents",
    "{meeting}/@breadcrumbs",
    "{shown}",
    "{shown}?expand=breadcrumbs,navigation,contents,types,workflow,aliases",
    "{shown}/@history",
    "{shown}/@linkintegrity",
)
#: Read as a browser does.
PAGES = (
    "{site}",
    "{site}/@@search?SearchableText={word}",
    "{site}/@@ajax-search?SearchableText={word}",
    "{site}/search_rss?SearchableText={word}",
    "{site}/sitemap",
    "{site}/sitemap.xml.gz?page=1",
    "{root}",
    "{root}/@@decisions",
    "{root}/@@decisions?texte={word}",
    "{root}/@@decisions.atom",
    "{root}/@@decisions.rss",
    "{root}/@@projets",
    "{root}/RSS",
    "{council}",
    "{council}/@@public",
    "{council}/@@decisions",
    "{council}/@@decisions.atom?texte={word}",
    "{council}/@@decisions.rss",
    "{council}/@@decisions.csv",
    "{council}/@@projets",
    "{council}/@@seances.ics",
    "{council}/RSS",
    "{council}/atom.xml",
    "{council}/folder_listing",
    "{council}/folder_contents",
    "{council}/reglements",
    "{council}/points",
    "{council}/points/{year}",
    "{meeting}",
    "{meeting}/@@public",
    "{meeting}/@@seance.ics",
    "{meeting}/@@proces-verbal",
    "{meeting}/@@historyview",
    "{meeting}/manage_DAVget",
    "{meeting}/@@document?template=deliberation-ordre-du-jour&format=odt",
    "{meeting}/@@document?template=deliberation-convocation&format=odt",
    "{meeting}/@@document?template=deliberation-proces-verbal&format=odt",
    "{shown}",
    "{shown}/@@public",
    "{shown}/@@demander-copie",
    "{shown}/@@historyview",
    "{shown}/@@annexes",
    "{shown}/RSS",
)
#: Below the closed point and its annex: refused, whatever the suffix.
CLOSED = (
    "",
    "/view",
    "/@@public",
    "/@@demander-copie",
    "/@@historyview",
    "/manage_DAVget",
    "/@history",
    "/@breadcrumbs",
    "/@annexes",
    "/@@document?template=deliberation-extrait&format=odt",
    "/@@download/file",
    "/@@display-file/file",
    "/@@images/file",
    "/@@images/file/preview",
    "/file",
)


@pytest.fixture(params=["convened", "minutes_approved"])
def made(request, functional):
    made = sitting.sitting(functional["portal"])
    sitting.lead(made, request.param)
    transaction.commit()
    return made


def addresses(made) -> dict:
    return {
        "site": made.hall.portal.absolute_url(),
        "root": made.root_url,
        "council": made.council_url,
        "meeting": made.url,
        "shown": made.shown.absolute_url(),
        "year": made.shown.aq_parent.getId(),
        "word": CANARY,
    }


def fetch(url: str, user: str, accept: str):
    return requests.get(
        url,
        headers={"Accept": accept},
        auth=(user, builders.PASSWORD) if user else None,
        timeout=120,
    )


def words_of(answer, url: str) -> str:
    """What is read in an answer, without the words that the question held."""
    content = answer.content
    kind = answer.headers.get("Content-Type", "")
    if "opendocument" in kind:
        with ZipFile(BytesIO(content)) as odt:
            content = odt.read("content.xml")
    elif content[:2] == b"\x1f\x8b":
        content = gzip.decompress(content)
    text = unescape(content.decode("utf-8", "replace"))
    if CANARY in url:
        for echo in ("{0}*", "«\xa0{0}\xa0»", 'value="{0}"', "={0}", " : {0}", "“{0}”"):
            text = text.replace(echo.format(CANARY), "")
    return text


USERS = ("", "citoyen", "agent-travaux")


def test_g19_no_channel_holds_the_closed_sitting(made):
    # Read by all in one sitting: making it is what takes time.
    for user in USERS:
        read_every_channel(made, user)


def read_every_channel(made, user: str) -> None:
    secrets = [
        *(f"{word} {CANARY}" for word in ("Cas", "Note", "Décision", "Annexe")),
        made.hidden.UID(),
        made.hidden_annex.UID(),
    ]
    if user != "agent-travaux":
        # The agent's own service wrote the public point: its notes are for him.
        secrets += [CANARY, MASKED]
    where = addresses(made)
    read = 0
    for channels, accept in ((SERVICES, "application/json"), (PAGES, "text/html")):
        for channel in channels:
            url = channel.format(**where)
            answer = fetch(url, user, accept)
            text = words_of(answer, url)
            assert answer.status_code < 500, (channel, user)
            read += PUBLIC in text
            for secret in secrets:
                assert secret not in text, (channel, user, secret)
    # The public point is there: the channels were really read.
    assert read > 20


def test_g19_the_addresses_of_the_closed_point_are_shut(made):
    for user in USERS:
        knock(made, user)


def knock(made, user: str) -> None:
    for context in (made.hidden, made.hidden_annex):
        url = context.absolute_url()
        for suffix in CLOSED:
            for accept in ("text/html", "application/json"):
                text = words_of(fetch(url + suffix, user, accept), "")
                text = text.replace(url, "").replace(context.getId(), "")
                assert f"Note {CANARY}" not in text, (suffix, user)
                assert f"Décision {CANARY}" not in text, (suffix, user)
                assert f"%PDF-1.4 Annexe {CANARY}" not in text, (suffix, user)
    site = made.hall.portal.absolute_url()
    for uid in (made.hidden.UID(), made.hidden_annex.UID()):
        for path in ("resolveuid", "resolveUid"):
            text = words_of(fetch(f"{site}/{path}/{uid}", user, "text/html"), "")
            assert f"Note {CANARY}" not in text

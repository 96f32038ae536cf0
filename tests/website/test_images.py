"""A picture that is none is refused beside its field, and nothing typed is lost."""

from imio.platform.website.content.images import check_image
from imio.platform.website.content.images import NotAnImage
from lxml import html
from pathlib import Path
from plone import api
from plone.namedfile import NamedBlobImage
from tests.website.builders import EDITOR
from tests.website.builders import make_people
from tests.website.builders import make_site
from tests.website.builders import PASSWORD
import base64
import pytest
import requests
import transaction

PICTURE = Path("profiles/hautes-rives/content/images/ecole.jpg")
SUMMARY = "form.widgets.IDublinCore.description"
TITLE = "form.widgets.IDublinCore.title"
FILE = "form.widgets.ILeadImageBehavior.image"


@pytest.fixture
def site(functional):
    portal = functional["portal"]
    make_people()
    make_site(portal)
    transaction.commit()
    return portal


def add_news(site, name, data):
    session = requests.Session()
    session.auth = (EDITOR, PASSWORD)
    url = f"{site['vivre'].absolute_url()}/++add++News%20Item"
    form = html.fromstring(session.get(url, timeout=60).text).get_element_by_id("form")
    fields = {
        **dict(form.form_values()),
        TITLE: "Nouveau pont",
        SUMMARY: "Il ouvre lundi.",
        "form.buttons.save": "Enregistrer",
    }
    fields.pop(FILE, None)
    return session.post(
        url, data=fields, files={FILE: (name, data, "image/jpeg")}, timeout=60
    )


@pytest.mark.parametrize(
    "data, sentence",
    [(b"", "est vide"), (b"<html>pas une image</html>", "pas une image lisible")],
)
def test_a_file_that_is_no_picture_is_refused_beside_its_field(site, data, sentence):
    answer = add_news(site, "pont.jpg", data)
    page = html.fromstring(answer.text)
    assert sentence in page.text_content()
    assert page.xpath(f"//input[@name='{TITLE}']/@value") == ["Nouveau pont"]
    transaction.begin()
    assert not list(api.content.find(portal_type="News Item", unrestricted=True))


def test_a_picture_is_taken(site):
    add_news(site, "pont.jpg", PICTURE.read_bytes())
    transaction.begin()
    found = api.content.find(portal_type="News Item", unrestricted=True)
    assert [brain.Title for brain in found] == ["Nouveau pont"]


@pytest.mark.parametrize("data", [b"\xff\xd8\xff", b"GIF89a", b"\x89PNG\r\n\x1a\n"])
def test_a_picture_cut_short_is_refused(data):
    with pytest.raises(NotAnImage):
        check_image(NamedBlobImage(data, filename="coupee.jpg"))


def send_news(site, text, encoding="base64"):
    picture = {"data": text, "encoding": encoding, "filename": "pont.jpg"}
    return requests.post(
        site["vivre"].absolute_url(),
        json={
            "@type": "News Item",
            "title": "Nouveau pont",
            "image": {**picture, "content-type": "image/jpeg"},
        },
        headers={"Accept": "application/json"},
        auth=(EDITOR, PASSWORD),
        timeout=60,
    )


@pytest.mark.parametrize(
    "text, sentence",
    [
        ("", "« pont.jpg » est vide"),
        (base64.b64encode(b"<html>pas une image</html>").decode(), "image lisible"),
        ("/9j/a", "pas arrivée entière"),
    ],
)
def test_the_api_refuses_a_file_that_is_no_picture(site, text, sentence):
    answer = send_news(site, text)
    assert answer.status_code == 400
    assert sentence in answer.json()["message"]
    transaction.begin()
    assert not list(api.content.find(portal_type="News Item", unrestricted=True))


def test_the_api_takes_a_picture(site):
    answer = send_news(site, base64.b64encode(PICTURE.read_bytes()).decode())
    assert answer.status_code == 201
    assert answer.json()["image"]["width"]

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


DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{}</svg>'


def drawing(content):
    return NamedBlobImage(content.encode(), "image/svg+xml", "dessin.svg")


def test_a_plain_drawing_is_taken():
    check_image(drawing(DRAWING.format('<path d="M0 0h9v9z" fill="#123"/>')))


@pytest.mark.parametrize(
    "content",
    [
        DRAWING.format("<script>alert(1)</script>"),
        DRAWING.format('<path onclick="alert(1)"/>'),
        DRAWING.format('<a href="javascript:alert(1)"><path/></a>'),
        DRAWING.format('<image href="https://ailleurs.example/x.png"/>'),
        '<!DOCTYPE svg [<!ENTITY x "y">]>' + DRAWING.format("&x;"),
    ],
)
def test_a_drawing_that_runs_or_loads_something_is_refused(content):
    with pytest.raises(NotAnImage) as refused:
        check_image(drawing(content))
    assert "un programme ou un lien" in refused.value.doc()


@pytest.mark.parametrize("content", ["<html></html>", "texte", "<svg>", "PNG"])
def test_a_drawing_is_told_by_its_content_and_not_by_its_name(content):
    with pytest.raises(NotAnImage):
        check_image(drawing(content))


def test_a_picture_of_more_than_twenty_megabytes_is_refused_with_the_limit():
    data = PICTURE.read_bytes() + b"0" * 20 * 1024 * 1024
    with pytest.raises(NotAnImage) as refused:
        check_image(NamedBlobImage(data, "image/jpeg", "lourde.jpg"))
    assert refused.value.doc().mapping["max"] == 20


@pytest.mark.parametrize(
    "name, data, status",
    [
        ("dessin.svg", DRAWING.format("<script/>").encode(), 400),
        ("vide.png", b"", 400),
        ("faux.png", b"<html>", 400),
        ("ecole.jpg", PICTURE.read_bytes(), 200),
        ("avis.txt", b"texte", 200),
    ],
)
def test_a_file_dropped_in_the_editor_is_checked_too(site, name, data, status):
    url = f"{site['vivre'].absolute_url()}/@@fileUpload"
    session = requests.Session()
    session.auth = (EDITOR, PASSWORD)
    page = html.fromstring(session.get(site.absolute_url(), timeout=60).text)
    (token,) = page.xpath("//script[@id='protect-script']/@data-token")
    answer = session.post(
        url,
        files={"file": (name, data)},
        headers={"X-CSRF-TOKEN": token},
        timeout=60,
    )
    assert answer.status_code == status
    transaction.begin()
    assert (len(site["vivre"].objectIds()) == 1) is (status == 200)
    if status == 400:
        assert answer.json()["error"]


@pytest.mark.parametrize("user", ["", "jean"])
def test_others_drop_nothing(site, user):
    requests.post(
        f"{site['vivre'].absolute_url()}/@@fileUpload",
        files={"file": ("ecole.jpg", PICTURE.read_bytes())},
        auth=(user, PASSWORD) if user else None,
        timeout=60,
    )
    transaction.begin()
    assert not site["vivre"].objectIds()

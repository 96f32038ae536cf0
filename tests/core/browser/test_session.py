"""A form sent after the session ended: nothing that was written is lost."""

from html import unescape
from plone import api
from tests.core.organisation.builders import account
from tests.core.organisation.builders import organisation
import pytest
import re
import requests
import transaction

PASSWORD = "Commune-2026!"
FORM = "organisation/++add++Service"
TEXT = "Été « à l'école » <b>&amp;\nDeuxième ligne"


@pytest.fixture
def site(functional):
    portal = functional["portal"]
    organisation(portal)
    account("gestionnaire")
    account("citoyen")
    with api.env.adopt_roles(["Manager"]):
        api.group.add_user(groupname="commune-managers", username="gestionnaire")
    transaction.commit()
    return portal


def signed_in(site, user):
    browser = requests.Session()
    browser.post(
        f"{site.absolute_url()}/login",
        data={
            "__ac_name": user,
            "__ac_password": PASSWORD,
            "buttons.login": "Se connecter",
        },
        timeout=30,
    )
    return browser


def hidden_fields(page):
    return [
        (unescape(name), (None, unescape(value)))
        for name, value in re.findall(
            r'<input[^>]*\bname="([^"]*)"[^>]*\btype="hidden"[^>]*\bvalue="([^"]*)"',
            page.split("<main", 1)[1],
            re.S,
        )
    ]


def filled(browser, site):
    page = browser.get(f"{site.absolute_url()}/{FORM}", timeout=30).text
    token = re.search(r'name="_authenticator"[^>]*value="([^"]+)"', page)[1]
    return [
        ("form.widgets.IBasic.title", (None, "Voirie")),
        ("form.widgets.IBasic.description", (None, TEXT)),
        ("form.widgets.short_name", (None, "Voirie")),
        ("form.buttons.save", (None, "Enregistrer")),
        ("_authenticator", (None, token)),
    ]


def send(browser, site, fields, **options):
    return browser.post(
        f"{site.absolute_url()}/{FORM}",
        files=fields,
        allow_redirects=False,
        timeout=30,
        **options,
    )


def test_what_was_written_is_sent_again_after_signing_in(site):
    browser = signed_in(site, "gestionnaire")
    fields = filled(browser, site)
    kept = send(requests.Session(), site, fields)
    assert kept.status_code == 401
    assert "Votre session est terminée" in unescape(kept.text)
    assert "no-store" in kept.headers["Cache-Control"]
    transaction.begin()
    assert "voirie" not in site.organisation

    again = send(signed_in(site, "gestionnaire"), site, hidden_fields(kept.text))
    assert again.status_code == 302
    transaction.begin()
    # Plone writes a description on one line.
    assert site.organisation.voirie.description.split() == TEXT.split()


def test_a_file_that_cannot_be_kept_is_named(site):
    fields = [*filled(signed_in(site, "gestionnaire"), site)]
    fields.append(("photo", ("plan d'été.pdf", b"%PDF-1.4")))
    kept = send(requests.Session(), site, fields)
    assert "« plan d'été.pdf »" in unescape(kept.text)
    assert "%PDF" not in kept.text


def test_who_lacks_the_right_is_not_told_that_the_session_ended(site):
    fields = filled(signed_in(site, "gestionnaire"), site)
    refused = send(signed_in(site, "citoyen"), site, fields)
    assert refused.status_code == 302
    assert "session est terminée" not in unescape(refused.text)


def test_a_form_of_another_site_is_not_shown_as_ours(site):
    fields = filled(signed_in(site, "gestionnaire"), site)
    headers = {"Origin": "https://ailleurs.example"}
    refused = send(requests.Session(), site, fields, headers=headers)
    assert refused.status_code == 302
    assert "Voirie" not in refused.text


def test_a_password_is_never_written_on_the_page(site):
    fields = [("title", (None, "X")), ("form.password", (None, "canari"))]
    refused = send(requests.Session(), site, fields)
    assert refused.status_code == 302
    assert "canari" not in refused.text


@pytest.mark.parametrize("method", ["get", "post"])
def test_without_anything_written_the_login_form_answers(site, method):
    answer = requests.request(
        method, f"{site.absolute_url()}/{FORM}", allow_redirects=False, timeout=30
    )
    assert answer.status_code == 302
    assert "require_login" in answer.headers["Location"]


def test_the_page_says_nothing_of_what_the_form_belongs_to(site):
    with api.env.adopt_roles(["Manager"]):
        api.content.create(
            site, "Folder", "ferme", title="Canari", exclude_from_nav=True
        )
    transaction.commit()
    kept = requests.post(
        f"{site.absolute_url()}/ferme/edit",
        files=[("form.widgets.IBasic.title", (None, "X"))],
        allow_redirects=False,
        timeout=30,
    )
    assert kept.status_code == 401
    assert "Votre session est terminée" in unescape(kept.text)
    assert "Canari" not in kept.text

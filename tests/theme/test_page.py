from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from urllib.parse import urlsplit
import pytest
import re
import requests
import transaction

PAGES = ["", "/vivre-ici", "/vivre-ici/dechets", "/login", "/sitemap", "/nulle-part"]


@pytest.mark.parametrize("path", PAGES)
def test_landmarks(visit, path):
    page = visit(path)
    assert len(page.xpath("//main")) == 1
    assert len(page.xpath("//body//header[@id='portal-top']")) == 1
    assert len(page.xpath("//body//footer[@id='portal-footer-wrapper']")) == 1
    assert len(page.xpath("//h1")) == 1
    assert page.xpath("//main//*[@id='content']")


def test_skip_links_come_first_and_lead_somewhere(visit):
    page = visit()
    links = page.xpath("//body//a")[:2]
    assert [link.text_content() for link in links] == [
        "Aller au contenu",
        "Aller à la recherche",
    ]
    for link in links:
        assert page.xpath(f"//*[@id='{link.get('href')[1:]}']")


def test_navigations_have_different_names(visit):
    page = visit("/vivre-ici/dechets")
    names = [
        element.get("aria-label") or element.get("aria-labelledby")
        for element in page.xpath("//nav")
    ]
    assert "Menu principal" in names
    assert len(names) == len(set(names))


def test_every_input_has_a_label(visit):
    page = visit()
    for field in page.xpath("//input[not(@type='hidden')]"):
        assert page.xpath(f"//label[@for='{field.get('id')}']")


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_loaded_from_another_host(visit, site, path):
    own = urlsplit(site.absolute_url()).netloc
    page = visit(path)
    addresses = page.xpath("//script/@src | //img/@src | //link/@href | //iframe/@src")
    assert addresses
    assert {urlsplit(address).netloc for address in addresses} <= {own, ""}


def test_style_sheets_load_nothing_from_another_host(visit, site):
    for address in visit().xpath("//link[@rel='stylesheet']/@href"):
        css = requests.get(address).text
        targets = re.findall(r"(?:url\(|@import)\s*[\"']?([^\"')]+)", css)
        assert not [
            target for target in targets if target.startswith(("http", "//"))
        ], address


def test_a_visitor_does_not_load_the_editing_scripts(visit):
    bundles = visit().xpath("//script/@data-bundle")
    assert bundles == ["diazo"]


def test_an_editor_does(site):
    answer = requests.get(
        site.absolute_url(), auth=(SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
    )
    assert 'data-bundle="plone"' in answer.text
    assert 'id="edit-bar"' in answer.text


def test_nothing_personal_is_shown_to_a_visitor(visit):
    page = visit()
    assert not page.xpath("//*[@id='edit-bar']")
    assert page.xpath("//a[@class='site-account']/@href")[0].endswith("/login")


def test_a_missing_page_says_so_and_offers_ways_on(visit):
    page = visit("/nulle-part")
    assert page.status == 404
    assert "n'existe pas" in page.xpath("//h1")[0].text_content()
    assert page.xpath("//main//form[@role='search']")
    assert not page.xpath("//main//pre")


def test_a_page_for_a_modal_has_no_header(visit):
    page = visit("/vivre-ici/dechets?ajax_load=1")
    assert not page.xpath("//*[contains(@class, 'site-brand')]")
    assert page.xpath("//*[@id='content']")


def test_the_api_still_answers(site):
    answer = requests.get(
        f"{site.absolute_url()}/vivre-ici", headers={"Accept": "application/json"}
    )
    assert answer.json()["title"] == "Vivre ici"


def test_a_page_is_shown_among_those_of_its_section(visit, site):
    page = api.content.create(site["vivre-ici"], "Document", title="Eau potable")
    api.content.transition(page, "publish")
    transaction.commit()
    section = visit("/vivre-ici/dechets").xpath("//nav[@class='site-section']")[0]
    assert [link.text_content().strip() for link in section.xpath(".//a")] == [
        "Vivre ici",
        "Déchets",
        "Eau potable",
    ]
    assert not visit("/vivre-ici").xpath("//nav[@class='site-section']")


def test_the_site_is_dressed_at_the_address_it_is_first_served_at(site):
    address = site.absolute_url().replace("localhost", "127.0.0.1")
    assert "++theme++commune/commune.css" in requests.get(address).text


def test_a_program_gets_the_error_of_the_api(site):
    answer = requests.get(
        f"{site.absolute_url()}/nulle-part", headers={"Accept": "application/json"}
    )
    assert answer.status_code == 404
    assert answer.json()["type"] == "NotFound"


def test_feeds_are_named_as_people_call_them(visit):
    titles = visit("").xpath("//link[@type='application/rss+xml']/@title")
    assert titles and not any("b'" in title for title in titles)
    assert any("(RSS 2.0)" in title for title in titles)

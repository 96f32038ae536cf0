"""Windows tell pages apart."""

from plone import api
import pytest
import transaction


@pytest.fixture(autouse=True)
def named(site):
    api.portal.set_registry_record("plone.site_title", "Commune d'essai")
    api.portal.set_registry_record("imio.platform.commune.slogan", "Entre lac et bois")
    transaction.commit()


@pytest.mark.parametrize(
    "path, title",
    [
        ("", "Commune d'essai — Entre lac et bois"),
        ("/vivre-ici/dechets", "Déchets — Commune d'essai"),
        ("/@@search", "Recherche — Commune d'essai"),
        ("/sitemap", "Plan du site — Commune d'essai"),
        ("/login", "Se connecter — Commune d'essai"),
        ("/contact-info", "Formulaire de contact — Commune d'essai"),
        ("/nulle-part", "Page introuvable — Commune d'essai"),
    ],
)
def test_each_page_has_its_own_title(visit, path, title):
    assert visit(path).xpath("//title")[0].text_content() == title


def descriptions(page):
    return page.xpath("//meta[@name='description']/@content")


def test_the_front_page_is_described_by_the_slogan(visit):
    assert descriptions(visit("")) == ["Entre lac et bois"]
    assert descriptions(visit("/vivre-ici/dechets")) == []


def test_the_summary_of_the_front_page_goes_before_the_slogan(visit, site):
    site["contacts-utiles"].description = "Qui appeler"
    site.setDefaultPage("contacts-utiles")
    transaction.commit()
    assert descriptions(visit("")) == ["Qui appeler"]


def shared(page, name):
    return page.xpath(f"//meta[@property='og:{name}']/@content")


@pytest.mark.parametrize(
    "path, title, description",
    [
        ("", "Ville & bois", "Entre lac et bois"),
        ("/vivre-ici/dechets", "Déchets", "Entre lac et bois"),
        ("/contacts-utiles", "Contacts & secours", "Qui appeler"),
        ("/@@search", "Recherche", "Entre lac et bois"),
    ],
)
def test_a_shared_page_has_a_name_and_a_sentence(visit, site, path, title, description):
    api.portal.set_registry_record("imio.platform.commune.name", "Ville & bois")
    site["contacts-utiles"].title = "Contacts & secours"
    site["contacts-utiles"].description = "Qui appeler"
    transaction.commit()
    page = visit(path)
    assert shared(page, "title") == [title]
    assert shared(page, "description") == [description]

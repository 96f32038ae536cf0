from imio.platform.core.commune import ICommune
from imio.platform.core.commune import PREFIX
from imio.platform.core.commune.images import encoded
from plone.registry.interfaces import IRegistry
from zope.component import getUtility
import pytest
import requests
import transaction


@pytest.fixture
def settings(site):
    settings = getUtility(IRegistry).forInterface(ICommune, prefix=PREFIX)
    settings.name = "Commune de Hautes-Rives"
    settings.phone = "081 00 59 00"
    settings.email = "commune@hautes-rives.example"
    settings.street = "Place de la Passerelle 1"
    settings.postcode = "5999"
    settings.city = "Hautes-Rives"
    settings.opening_hours = ["Du lundi au vendredi : 8h30 – 12h"]
    settings.quick_links = [
        "Guichet en ligne | /guichet",
        "Ailleurs | https://x.example/",
    ]
    settings.legal_links = ["Vie privée | /vie-privee"]
    settings.social_links = ["https://www.facebook.com/example"]
    settings.logo = encoded("logo.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>")
    transaction.commit()
    return settings


def test_the_header_says_whose_site_it_is(visit, settings):
    header = visit().xpath("//header[@id='portal-top']")[0]
    assert "Commune de Hautes-Rives" in header.text_content()
    logo = header.xpath(".//img/@src")[0]
    assert requests.get(logo).headers["Content-Type"] == "image/svg+xml"


def test_the_footer_says_how_to_reach_it(visit, settings, site):
    footer = visit().xpath("//footer[@id='portal-footer-wrapper']")[0]
    text = " ".join(footer.text_content().split())
    assert "Place de la Passerelle 1 5999 Hautes-Rives" in text
    assert "8h30 – 12h" in text
    addresses = footer.xpath(".//a/@href")
    assert "tel:+3281005900" in addresses
    assert "mailto:commune@hautes-rives.example" in addresses
    assert f"{site.absolute_url()}/vie-privee" in addresses
    assert "https://www.facebook.com/example" in addresses


def test_quick_links_lead_into_the_site_or_out(visit, settings, site):
    links = visit().xpath("//div[@class='site-strip']//a/@href")
    assert links == [f"{site.absolute_url()}/guichet", "https://x.example/"]


def test_a_name_with_markup_is_text(visit, settings):
    settings.name = "<b>Rives</b>"
    transaction.commit()
    page = visit()
    assert not page.xpath("//header//b")
    assert "<b>Rives</b>" in page.xpath("//span[@class='site-title']")[0].text_content()


def test_the_title_follows_the_name(visit, settings):
    assert "Commune de Hautes-Rives" in visit().xpath("//title/text()")[0]

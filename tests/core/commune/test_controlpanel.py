from html import unescape
from imio.platform.core.commune import commune
from io import BytesIO
from plone.testing.zope import Browser
import pytest
import transaction

NAME = "form.widgets.name"
PRIMARY = "form.widgets.primary_colour"


@pytest.fixture
def browser(functional):
    def opened(credentials=None):
        browser = Browser(functional["app"])
        browser.handleErrors = True
        browser.raiseHttpErrors = False
        if credentials:
            browser.addHeader("Authorization", "Basic {}:{}".format(*credentials))
        return browser

    return opened


@pytest.fixture
def panel(browser, site, commune_manager):
    page = browser(commune_manager)
    page.open(f"{site.absolute_url()}/@@commune-controlpanel")
    return page


def save(page):
    page.getControl(name="form.buttons.save").click()


def said(page):
    """The page's text as it is read."""
    return unescape(page.contents)


def kept():
    transaction.begin()
    return commune()


def test_a_visitor_is_sent_to_sign_in(browser, site):
    page = browser()
    page.open(f"{site.absolute_url()}/@@commune-controlpanel")
    assert "login" in page.url or page.headers["status"].startswith("401")
    assert NAME not in page.contents


def test_a_member_is_refused(browser, site, member):
    page = browser(member)
    page.open(f"{site.absolute_url()}/@@commune-controlpanel")
    assert NAME not in page.contents


def test_the_commune_manager_saves_and_plone_follows(panel, site):
    panel.getControl(name=NAME).value = "Commune de Hautes-Rives"
    panel.getControl(name="form.widgets.postal_codes").value = "5 999\n5999\n5998"
    save(panel)
    assert "La commune est enregistrée." in said(panel)
    assert kept().name == "Commune de Hautes-Rives"
    assert kept().postal_codes == ["5999", "5998"]
    assert site.portal_registry["plone.site_title"] == "Commune de Hautes-Rives"


def test_a_colour_too_light_is_replaced_and_said(panel):
    panel.getControl(name=PRIMARY).value = "#ffcc00"
    save(panel)
    assert "La couleur choisie #ffcc00 est trop claire" in said(panel)
    assert kept().primary_colour != "#ffcc00"


def test_refusals_stand_beside_their_fields_and_nothing_is_kept(panel):
    panel.getControl(name=NAME).value = "Autre"
    panel.getControl(name="form.widgets.ins_code").value = "123"
    panel.getControl(name="form.widgets.email").value = "info"
    save(panel)
    assert "Rien n'a été enregistré" in said(panel)
    assert "exactement cinq chiffres" in said(panel)
    assert "Cette adresse e-mail" in said(panel)
    assert kept().name == "Notre commune"


def test_a_picture_is_kept_and_shown(panel, site, png):
    panel.getControl(name="form.widgets.logo").add_file(
        BytesIO(png), "image/png", "logo.png"
    )
    save(panel)
    assert kept().logo_image.data == png
    assert site.portal_registry["plone.site_logo"] == kept().logo


def test_an_empty_picture_does_not_take_the_logo_away(panel, site, png):
    panel.getControl(name="form.widgets.logo").add_file(
        BytesIO(png), "image/png", "logo.png"
    )
    save(panel)
    panel.open(f"{site.absolute_url()}/@@commune-controlpanel")
    panel.getControl(name="form.widgets.logo").add_file(
        BytesIO(b""), "image/png", "vide.png"
    )
    panel.getControl(name="form.widgets.logo.action").value = ["replace"]
    save(panel)
    assert "« vide.png » est vide" in said(panel)
    assert kept().logo_image.data == png


def test_saving_again_keeps_the_logo(panel, site, png):
    panel.getControl(name="form.widgets.logo").add_file(
        BytesIO(png), "image/png", "logo.png"
    )
    save(panel)
    panel.open(f"{site.absolute_url()}/@@commune-controlpanel")
    save(panel)
    assert kept().logo_image.data == png


def test_a_text_of_one_megabyte_is_refused_with_a_sentence(panel):
    panel.getControl(name=NAME).value = "x" * 1_000_000
    save(panel)
    assert "trop long" in said(panel)
    assert kept().name == "Notre commune"


def choose_logo(page, filename, data):
    page.getControl(name="form.widgets.logo").add_file(
        BytesIO(data), "image/png", filename
    )


def test_a_file_that_was_chosen_is_never_dropped_silently(panel, png):
    panel.getControl(name=NAME).value = "Commune de Hautes-Rives"
    choose_logo(panel, "logo.png", png)
    save(panel)
    first = kept().logo
    assert first
    panel.open(panel.url)
    # Without JavaScript nothing checks « replace » for the person.
    assert panel.getControl(name="form.widgets.logo.action").value == ["nochange"]
    choose_logo(panel, "autre.png", b"GIF89a")
    save(panel)
    assert "autre.png" in said(panel)
    assert kept().logo == first


def test_a_line_that_is_too_long_is_told_with_the_room_there_is(panel):
    panel.getControl(name="form.widgets.opening_hours").value = "x" * 1_000_000
    save(panel)
    assert "Une ligne est trop longue : 500 caractères" in said(panel)
    assert "Type de contenu non valable" not in said(panel)

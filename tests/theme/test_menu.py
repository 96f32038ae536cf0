from imio.platform.theme.navigation import menu as navigation
from plone import api
from plone.app.testing import logout
import pytest
import transaction


def heads(page):
    return [
        " ".join(element.text_content().split())
        for element in page.xpath(
            "//ul[@id='portal-globalnav']/li/a"
            " | //ul[@id='portal-globalnav']/li/details/summary"
        )
    ]


def test_published_pages_are_in_the_menu_in_their_order(visit):
    assert heads(visit()) == ["Vivre ici", "Contacts utiles"]


def test_the_menu_opens_without_a_script_and_has_no_menu_role(visit):
    page = visit()
    assert page.xpath("//ul[@id='portal-globalnav']//details/summary")
    assert page.xpath("//button[@popovertarget='portal-globalnav-wrapper']")
    assert not page.xpath("//*[@role='menu' or @role='menubar' or @role='menuitem']")


def test_the_present_page_is_marked(visit):
    page = visit("/vivre-ici/dechets")
    current = page.xpath("//ul[@id='portal-globalnav']//a[@aria-current='page']")
    assert [link.text_content().strip() for link in current] == ["Déchets"]


def test_a_draft_is_not_in_the_visitors_menu(visit, site):
    api.content.create(site, "Folder", title="Brouillon")
    transaction.commit()
    assert "Brouillon" not in heads(visit())


def test_a_page_taken_out_of_the_menu_is_not_in_it(visit, site):
    site["vivre-ici"].exclude_from_nav = True
    site["vivre-ici"].reindexObject()
    transaction.commit()
    assert heads(visit()) == ["Contacts utiles"]


def test_a_new_title_shows_at_once(visit, site):
    assert "Vivre ici" in heads(visit())
    site["vivre-ici"].title = "Vivre à Hautes-Rives"
    site["vivre-ici"].reindexObject()
    transaction.commit()
    assert "Vivre à Hautes-Rives" in heads(visit())


def test_too_many_heads_are_gathered_under_one(visit, site):
    for number in range(8):
        page = api.content.create(site, "Document", title=f"Page {number}")
        api.content.transition(page, "publish")
    transaction.commit()
    shown = heads(visit())
    assert len(shown) == 7
    assert shown[-1] == "Plus"


@pytest.fixture
def computed(monkeypatch):
    """How often the menu was computed."""
    calls = []
    compute = navigation._computed

    def counted(*arguments):
        calls.append(arguments)
        return compute(*arguments)

    monkeypatch.setattr(navigation, "_computed", counted)
    return calls


def test_the_menu_is_computed_once_for_all_visitors(visit, computed):
    visit()
    computed.clear()
    for path in ("", "/vivre-ici", "/vivre-ici/dechets"):
        visit(path)
    assert computed == []


def test_a_transaction_that_writes_keeps_nothing(site, computed):
    logout()
    with api.env.adopt_roles(["Manager"]):
        site["vivre-ici"].title = "Écrit puis défait"
        site["vivre-ici"].reindexObject()
    titles = [entry.title for entry in navigation.menu(site)]
    assert "Écrit puis défait" in titles
    transaction.abort()
    titles = [entry.title for entry in navigation.menu(site)]
    assert "Vivre ici" in titles

"""The search page of the site, with and without results."""

from plone import api
import pytest
import transaction


@pytest.fixture
def drafts(site):
    """A draft page, and a public page in a draft section."""
    with api.env.adopt_roles(["Manager"]):
        api.content.create(site["vivre-ici"], "Document", title="Brouillon secret")
        section = api.content.create(
            site, "Folder", id="rubrique", title="Rubrique secrète"
        )
        page = api.content.create(
            section, "Document", id="fontaine", title="Fontaine publique"
        )
        api.content.transition(section, "publish")
        api.content.transition(page, "publish")
        api.content.transition(section, "withdraw")
    transaction.commit()
    return page


def titles(page):
    return [
        link.text_content() for link in page.xpath("//ol[@class='search-list']//h2")
    ]


def test_results_say_what_they_are_and_where(visit):
    page = visit("/@@search?SearchableText=dechets")
    assert titles(page) == ["Déchets"]
    assert "1 résultat" in page.xpath("//*[@id='search-results']")[0].text_content()
    place = page.xpath("//p[@class='search-place']")[0].text_content()
    assert "Vivre ici" in place


def test_no_result_says_what_to_do(visit):
    page = visit("/@@search?SearchableText=zzzz")
    assert titles(page) == []
    assert "orthographe" in page.xpath("//main")[0].text_content()


def test_every_field_of_the_search_has_a_label(visit):
    page = visit("/@@search?SearchableText=dechets")
    for field in page.xpath("//main//input[not(@type='hidden')] | //main//select"):
        assert page.xpath(f"//label[@for='{field.get('id')}']")


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?SearchableText=",
        "?SearchableText=(((",
        "?SearchableText=NOT%20a*%20%22",
        "?SearchableText=a&SearchableText=b",
        "?SearchableText=a&b_start=abc",
        "?SearchableText=a&b_start=-40",
        "?SearchableText=a&sort_on=inconnu",
        "?SearchableText=a&portal_type=Inconnu",
        "?SearchableText=" + "x" * 5000,
        "?SearchableText.bogus:record=1",
    ],
)
def test_an_odd_address_gets_a_page(visit, query):
    page = visit(f"/@@search{query}")
    assert page.status == 200
    assert len(page.xpath("//h1")) == 1


def test_words_are_shown_as_text(visit):
    page = visit("/@@search?SearchableText=%3Cimg%20src%3Dx%3E")
    assert not page.xpath("//main//img")
    assert "<img src=x>" in page.xpath("//h1")[0].text_content()


def test_a_search_tells_nothing_of_drafts(visit, drafts):
    assert titles(visit("/@@search?SearchableText=brouillon")) == []
    page = visit("/@@search?SearchableText=fontaine")
    assert titles(page) == ["Fontaine publique"]
    assert "secrète" not in page.xpath("//main")[0].text_content()


def test_breadcrumbs_name_no_section_that_is_a_draft(visit, drafts):
    page = visit("/rubrique/fontaine")
    assert "Fontaine publique" in page.xpath("//h1")[0].text_content()
    assert "secrète" not in page.xpath("//body")[0].text_content()

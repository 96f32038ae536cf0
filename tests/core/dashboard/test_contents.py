"""@@contenus: the listing that editors see of the site."""

from imio.platform.core.browser.dashboard.contents import Contents
from lxml import html as lxml_html
from plone import api
from plone.app.testing import logout
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from tests.core.dashboard.builders import choices
from tests.core.dashboard.builders import csv_rows
from tests.core.dashboard.builders import dashboard
from tests.core.dashboard.builders import folder_with
from tests.core.dashboard.builders import publish
from tests.core.dashboard.builders import titles
import pytest


@pytest.fixture
def folder(portal):
    return folder_with(portal, "Budget 2026", "Règlement de police", "Avis de travaux")


def test_lists_last_changed_first(folder):
    folder["avis-de-travaux"].reindexObject()
    assert set(titles(dashboard(folder))) == {
        "Dossier",
        "Budget 2026",
        "Règlement de police",
        "Avis de travaux",
    }


def test_sorts_by_a_column_and_back(folder):
    ascending = dashboard(folder, sort="Title", dir="asc")
    assert titles(ascending)[:2] == ["Avis de travaux", "Budget 2026"]
    assert titles(dashboard(folder, sort="Title", dir="desc"))[-1] == "Avis de travaux"
    heading = ascending.drawing.headings()[0]
    assert heading.order == "ascending"
    assert heading.url.endswith("sort=Title&dir=desc")


def test_facets_narrow_and_count(folder):
    publish(folder["budget-2026"])
    narrowed = dashboard(folder, f_type="Document", f_state="published")
    assert titles(narrowed) == ["Budget 2026"]
    # Each facet counts what its own other values would give.
    assert choices(narrowed, "state") == {"published": 1, "private": 2}
    assert choices(narrowed, "type") == {"Document": 1}


def test_several_values_of_a_facet_widen_it(folder):
    publish(folder["budget-2026"])
    view = dashboard(folder, f_type="Document", f_state=["published", "private"])
    assert view.number == 3


@pytest.mark.parametrize(
    "text, found",
    [
        ("budget", ["Budget 2026"]),
        ("règlement police", ["Règlement de police"]),
        ("reglement", ["Règlement de police"]),
        ("trav", ["Avis de travaux"]),
        ('"budget', ["Budget 2026"]),
        ("budget AND", []),
        ('* ( ) "', []),
        ("NOT", []),
    ],
)
def test_text_search_takes_any_text(folder, text, found):
    assert titles(dashboard(folder, q=text)) == found


def test_period_includes_both_days(folder):
    day = f"{folder['budget-2026'].modified().asdatetime():%Y-%m-%d}"
    assert dashboard(folder, f_modified=[day, day]).number == 4
    assert dashboard(folder, f_modified=["1999-01-01", "1999-12-31"]).number == 0
    assert dashboard(folder, f_modified=["", "demain"]).number == 4


@pytest.mark.parametrize(
    "form",
    [
        {"page": "-1"},
        {"page": "99999999999"},
        {"page": "x"},
        {"sort": "SearchableText"},
        {"sort": "Title; DROP", "dir": "x"},
        {"col": "getObject"},
        {"f_type": ["Document'", "\x00"]},
        {"f_unknown": "1"},
        {"q": ["a", "b"]},
        {"f_modified": "2026-02-31"},
        {"show_inactive": "1", "allowedRolesAndUsers": "Manager"},
    ],
)
def test_wrong_address_is_no_error(folder, form):
    assert (
        "<table" in dashboard(folder, **form)() or form.get("f_type") or form.get("q")
    )


def test_columns_are_chosen(folder):
    view = dashboard(folder, col=["Description", "Title"])
    assert [heading.id for heading in view.drawing.headings()] == [
        "Title",
        "Description",
    ]


def test_address_of_a_submitted_form_is_cleaned_of_the_token(folder):
    view = dashboard(
        folder,
        _authenticator="a-secret",
        q="budget",
        f_modified=["", ""],
        col=["Title", "portal_type", "review_state", "Creator", "modified"],
    )
    view()
    assert view.request.response.getStatus() == 303
    location = view.request.response.getHeader("Location")
    assert location.endswith("/@@contenus?q=budget")


def test_pages(folder, monkeypatch):
    monkeypatch.setattr(Contents, "page_size", 3)
    first = dashboard(folder, sort="Title", dir="asc")
    assert len(titles(first)) == 3
    assert first.drawing.next_url().endswith("page=2")
    assert first.drawing.previous_url() == ""
    assert [(p.text, p.is_current) for p in first.drawing.pages()] == [
        ("1", True),
        ("2", False),
    ]
    assert "Page 2" in " ".join(lxml_html.fromstring(first()).text_content().split())
    last = dashboard(folder, sort="Title", dir="asc", page="2")
    assert titles(last) == ["Règlement de police"]
    assert titles(dashboard(folder, sort="Title", dir="asc", page="9")) == titles(last)


def test_chips_take_each_filter_off(folder):
    view = dashboard(
        folder, q="budget", f_type="Document", f_modified=["2020-01-01", ""]
    )
    chips = view.drawing.chips()
    assert [chip.text for chip in chips][0] == "« budget »"
    assert "depuis le 01/01/2020" in chips[2].text
    assert "f.type" not in chips[1].url and "q=budget" in chips[1].url


def test_empty_list_says_what_to_do(folder):
    assert "Rien ne correspond à ces filtres" in dashboard(folder, q="zzz")()


def test_page_is_accessible_without_scripts(folder):
    page = lxml_html.fromstring(dashboard(folder, sort="Title", dir="asc")())
    table = page.cssselect("table.dashboard-table")[0]
    assert table.cssselect("caption")[0].text_content().strip() == "Contenus du site"
    assert table.cssselect("th[scope=col][aria-sort=ascending]")
    assert len(table.cssselect("tbody th[scope=row]")) == 4
    labelled = {label.get("for") for label in page.cssselect("label")}
    form = page.cssselect("form.dashboard-filters")[0]
    assert form.get("method") == "get"
    for field in form.cssselect("input:not([type=hidden])"):
        assert field.get("id") in labelled
    for fieldset in form.cssselect("fieldset"):
        assert fieldset.cssselect("legend")
    identifiers = [element.get("id") for element in page.cssselect("[id]")]
    assert len(identifiers) == len(set(identifiers))


def test_text_from_people_is_escaped(portal):
    folder = folder_with(portal, "<script>alert(1)</script>")
    html = dashboard(folder, q="<script>alert(2)</script>")()
    assert "<script>alert(1)" not in html
    assert "<script>alert(2)" not in html


# Who sees what


def test_what_a_person_may_not_see_is_neither_listed_counted_nor_exported(
    portal, folder
):
    hidden = folder["budget-2026"]
    hidden.subject = ("secret",)
    for permission in ("View", "Access contents information"):
        hidden.manage_permission(permission, ["Manager"], acquire=False)
    hidden.reindexObject()
    hidden.reindexObjectSecurity()
    view = dashboard(folder)
    assert "Budget 2026" not in titles(view)
    assert view.number == 3
    assert choices(view, "type") == {"Document": 2, "Folder": 1}
    assert choices(view, "subject") == {}
    assert "Budget" not in str(csv_rows(dashboard(folder, format="csv")))


@pytest.mark.parametrize(
    "roles, allowed",
    [
        (["Member"], False),
        (["Reader"], False),
        (["Contributor"], True),
        (["Editor"], True),
        (["Reviewer"], True),
        (["Manager"], True),
    ],
)
def test_listing_is_for_those_who_write_or_review(portal, roles, allowed):
    setRoles(portal, TEST_USER_ID, roles)
    permission = "imio.platform.core: View contents dashboard"
    assert api.user.has_permission(permission, obj=portal) is allowed


def test_anonymous_may_not_open_it(portal):
    logout()
    permission = "imio.platform.core: View contents dashboard"
    assert not api.user.has_permission(permission, obj=portal)


# CSV


def test_a15_export_neutralises_formulas_and_keeps_accents(portal):
    folder = folder_with(portal, '=HYPERLINK("http://x";"Été")')
    view = dashboard(folder, format="csv", f_type="Document")
    rows = csv_rows(view)
    assert rows[0][0] == "Titre"
    assert rows[1][0] == '\'=HYPERLINK("http://x";"Été")'
    response = view.request.response
    assert response.getHeader("Content-Type") == "text/csv; charset=utf-8"
    assert "attachment" in response.getHeader("Content-Disposition")


def test_export_holds_every_page_in_the_columns_shown(folder, monkeypatch):
    monkeypatch.setattr(Contents, "page_size", 2)
    rows = csv_rows(
        dashboard(folder, format="csv", col=["Title", "state"], sort="Title", dir="asc")
    )
    assert rows == [
        ["Titre"],
        ["Avis de travaux"],
        ["Budget 2026"],
        ["Dossier"],
        ["Règlement de police"],
    ]

"""Links, rows, names and readiness."""

from imio.platform.website.rules.links import link_problem
from imio.platform.website.rules.links import resolve
from imio.platform.website.rules.matching import matches
from imio.platform.website.rules.readiness import has_placeholder
from imio.platform.website.rules.rows import Column
from imio.platform.website.rules.rows import read_rows
from imio.platform.website.rules.rows import RowsError
import pytest

COLUMNS = (
    Column("label", "Texte", required=True, max_length=10),
    Column("link", "Adresse", "link", required=True),
    Column("icon", "Icône", "icon"),
)


@pytest.mark.parametrize(
    "link",
    ["/population", "https://www.exemple.be/x?y", "mailto:a@b.be", "tel:083210000"],
)
def test_addresses_that_lead_somewhere(link):
    assert link_problem(link) == ""


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        " javascript:alert(1)",
        "data:text/html,x",
        "//evil.example",
        "/\\evil.example",
        "www.exemple.be",
        "https://",
        "https://[",
        "",
    ],
)
def test_addresses_that_do_not(link):
    assert link_problem(link)


def test_a_page_of_the_site_is_taken_from_its_root():
    assert resolve("/a", "https://site.be") == "https://site.be/a"
    assert resolve("tel:1", "https://site.be") == "tel:1"


def test_blank_rows_are_left_out_and_cells_trimmed():
    rows = [{"label": " Carte ", "link": "/carte"}, {"label": "", "link": ""}, {}]
    assert read_rows(COLUMNS, rows) == [
        {"label": "Carte", "link": "/carte", "icon": ""}
    ]


@pytest.mark.parametrize(
    "row, message",
    [
        ({"label": "Carte"}, "remplissez « Adresse »"),
        ({"label": "x" * 11, "link": "/a"}, "dépasse 10 caractères"),
        ({"label": "x", "link": "javascript:x"}, "écrivez une page du site"),
        ({"label": "x", "link": "/a", "icon": '"><b>'}, "n'est pas le nom d'une icône"),
        ({"label": "x", "link": "/a", "more": "y"}, "« more » n'est pas attendu"),
        ({"label": 3, "link": "/a"}, "doit être un texte"),
        ("x", "chaque ligne"),
    ],
)
def test_a_wrong_row_is_numbered(row, message):
    with pytest.raises(RowsError) as caught:
        read_rows(COLUMNS, [{"label": "a", "link": "/a"}, row])
    assert message in caught.value.problems[1]


def test_what_is_no_list_of_rows_is_refused():
    for data in ("x", {"a": 1}, 3, [{}] * 61):
        with pytest.raises(RowsError):
            read_rows(COLUMNS, data)


@pytest.mark.parametrize(
    "query, text, expected",
    [
        ("", "Population", True),
        ("etat civ", "Population et État civil", True),
        ("travaux voirie", "Travaux", False),
    ],
)
def test_names_are_found_without_accents(query, text, expected):
    assert matches(query, text) is expected


def test_a_passage_to_complete_is_seen():
    assert has_placeholder("<p>[[[adresse]]]</p>")
    assert not has_placeholder("<p>[adresse]</p>")

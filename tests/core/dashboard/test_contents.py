"""@@contenus: the listing that editors see of the site."""

import pytest

from tests.core.dashboard.builders import dashboard
from tests.core.dashboard.builders import make_pages


@pytest.fixture
def pages(portal):
    return make_pages(portal, "Budget 2026", "Règlement de police", "Avis de travaux")


def titles(view) -> list[str]:
    return [row[0].text for row in view.drawing.rows()]


def test_lists_everything_by_default_last_changed_first(portal, pages):
    view = dashboard(portal)
    assert set(titles(view)) >= {"Budget 2026", "Règlement de police"}
    assert view.number == len(titles(view))


def test_page_is_rendered(portal, pages):
    html = dashboard(portal)()
    assert "<h1>Contenus</h1>" in html
    assert "Règlement de police" in html

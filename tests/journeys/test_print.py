"""A page on paper: dark on white, without what only a screen can do."""

import re


def test_the_front_page_prints_dark_on_white(visit):
    visitor = visit()
    page = visitor.go()
    page.emulate_media(media="print")
    assert not page.locator(".hero-image").first.is_visible()
    assert not page.locator(".hero-search").is_visible()
    for selector in (".hero-title", ".event-card-day", ".section-contact h2"):
        ink = page.locator(selector).first.evaluate("e => getComputedStyle(e).color")
        assert ink == "rgb(0, 0, 0)", selector


def test_a_short_page_prints_on_one_sheet_with_its_footer(visit, tmp_path):
    visitor = visit()
    page = visitor.go("vivre/dechets")
    page.pdf(path=str(tmp_path / "page.pdf"), format="A4")
    data = (tmp_path / "page.pdf").read_bytes()
    assert len(re.findall(rb"/Type\s*/Page\b", data)) == 1
    page.emulate_media(media="print")
    assert page.locator(".site-footer address").is_visible()

"""A page on paper: dark on white, without what only a screen can do."""


def test_the_front_page_prints_dark_on_white(visit):
    visitor = visit()
    page = visitor.go()
    page.emulate_media(media="print")
    assert not page.locator(".hero-image").first.is_visible()
    assert not page.locator(".hero-search").is_visible()
    for selector in (".hero-title", ".event-card-day", ".section-contact h2"):
        ink = page.locator(selector).first.evaluate("e => getComputedStyle(e).color")
        assert ink == "rgb(0, 0, 0)", selector

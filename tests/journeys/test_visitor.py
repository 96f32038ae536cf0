"""A visitor finds the commune's site."""

import re

OUTSIDE = re.compile(r"^https?://(?!127\.0\.0\.1|localhost)")


def test_the_front_page_is_the_communes(visit):
    visitor = visit()
    page = visitor.go()
    assert "Hautes-Rives" in page.title()
    assert page.locator("html").get_attribute("lang").startswith("fr")
    visitor.check_accessible("accueil")


def test_w14_a_first_visit_sets_no_cookie(visit):
    visitor = visit()
    for path in ("", "vivre", "actualites", "agenda", "contact", "guichet"):
        visitor.go(path)
        visitor.page.wait_for_load_state("networkidle")
        assert visitor.page.context.cookies() == [], path


def test_w14_no_public_page_fetches_from_another_host(visit):
    """Each page that the front page, the menu and the foot of the page lead to."""
    visitor = visit()
    asked = []
    visitor.page.on("request", lambda request: asked.append(request.url))
    links = visitor.go().locator("header a[href], main a[href], footer a[href]")
    addresses = {
        address.partition("#")[0]
        for address in links.evaluate_all("all => all.map(link => link.href)")
        if address.startswith(visitor.url)
    }
    assert len(addresses) > 20
    for address in sorted(addresses):
        visitor.go(address.removeprefix(visitor.url).strip("/"))
        visitor.page.wait_for_load_state("networkidle")
    assert len(asked) > len(addresses)
    assert [url for url in asked if OUTSIDE.match(url)] == []


def test_an_unknown_page_says_so_in_french(visit):
    visitor = visit()
    response = visitor.page.goto(f"{visitor.url}/n-existe-pas")
    assert response.status == 404
    assert "page" in visitor.page.locator("main, body").first.inner_text().lower()
    visitor.check_accessible("introuvable")

"""A visitor finds the commune's site."""

import re

OUTSIDE = re.compile(r"^https?://(?!127\.0\.0\.1|localhost)")


def test_the_front_page_is_the_communes(visit):
    visitor = visit()
    page = visitor.go()
    assert "Hautes-Rives" in page.title()
    assert page.locator("html").get_attribute("lang").startswith("fr")
    visitor.check_accessible("accueil")


def test_nothing_is_fetched_from_another_host(visit):
    visitor = visit()
    asked = []
    visitor.page.on("request", lambda request: asked.append(request.url))
    visitor.go()
    assert [url for url in asked if OUTSIDE.match(url)] == []


def test_an_unknown_page_says_so_in_french(visit):
    visitor = visit()
    response = visitor.page.goto(f"{visitor.url}/n-existe-pas")
    assert response.status == 404
    assert "page" in visitor.page.locator("main, body").first.inner_text().lower()
    visitor.check_accessible("introuvable")

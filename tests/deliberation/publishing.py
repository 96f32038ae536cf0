"""Pages and services as a person meets them, in process."""

from html import unescape
from plone.testing.zope import Browser
from tests.deliberation.builders import PASSWORD
import requests


def browser(app, user: str = "") -> Browser:
    """A browser, signed in as ``user`` when given."""
    found = Browser(app)
    found.handleErrors = True
    found.raiseHttpErrors = False
    found.addHeader("Accept-Language", "fr")
    if user:
        found.addHeader("Authorization", f"Basic {user}:{PASSWORD}")
    return found


def status(found: Browser) -> int:
    return int(found.headers["status"].split()[0])


def visit(app, url: str, user: str = "") -> Browser:
    found = browser(app, user)
    found.open(url)
    return found


def is_refused(found: Browser) -> bool:
    """Whether the page is kept from the visitor: unauthorised, or a sign-in form."""
    return status(found) in (401, 403, 404) or any(
        name in found.url
        for name in ("/login", "/insufficient-privileges", "require_login")
    )


def call(url: str, method: str = "GET", body=None, user: str = ""):
    """A REST call: its status and its JSON."""
    response = requests.request(
        method,
        url,
        headers={"Accept": "application/json"},
        auth=(user, PASSWORD) if user else None,
        json=body,
        timeout=60,
    )
    return response.status_code, response.json() if response.content else None


def words(found: Browser) -> str:
    """The page's source with its letters as letters."""
    return unescape(found.contents)

"""A person in front of a plain browser: no JavaScript, only links and forms."""

from bs4 import BeautifulSoup
from tests.ecounter.conftest import PASSWORD
from urllib.parse import urljoin
import re
import requests


class Visitor:
    """Follows links and fills forms as a browser without JavaScript does."""

    def __init__(self, portal_url, login=""):
        self.portal_url = portal_url
        self.session = requests.Session()
        self.response = None
        if login:
            self.log_in(login)

    def log_in(self, login):
        self.open(f"{self.portal_url}/login")
        self.send(
            {"__ac_name": login, "__ac_password": PASSWORD},
            form="#LoginForm",
            button=("buttons.login", "Se connecter"),
        )
        assert "__ac" in self.session.cookies, self.text

    def open(self, url, **more):
        self.response = self.session.get(urljoin(self.url, url), timeout=60, **more)
        return self

    def post(self, url, data=None, **more):
        self.response = self.session.post(
            urljoin(self.url, url), data=data or {}, timeout=60, **more
        )
        return self

    @property
    def url(self):
        return self.response.url if self.response is not None else self.portal_url

    @property
    def status(self):
        return self.response.status_code

    @property
    def page(self):
        return BeautifulSoup(self.response.text, "html.parser")

    @property
    def text(self):
        content = self.page.select_one("#content, main, body")
        return re.sub(r"\s+", " ", content.get_text(" "))

    @property
    def title(self):
        return self.page.select_one("h1").get_text(strip=True)

    def follow(self, words):
        """Click the link whose text holds ``words``."""
        for link in self.page.select("a[href]"):
            if words in re.sub(r"\s+", " ", link.get_text(" ")):
                return self.open(link["href"])
        raise AssertionError(f"no link « {words} » on {self.url}:\n{self.text}")

    def send(self, values=None, form=".ecounter form", files=None, button=None):
        """Fill the form and press its main button."""
        found = self.page.select_one(form)
        assert found is not None, f"no form {form} on {self.url}:\n{self.text}"
        data = dict(self._present(found))
        data.update(values or {})
        if button:
            data[button[0]] = button[1]
        data = {name: value for name, value in data.items() if value is not None}
        action = urljoin(self.url, found.get("action") or self.url)
        if found.get("enctype") == "multipart/form-data" and files is None:
            files = {}
        uploads = files or None
        if found.get("enctype") == "multipart/form-data" and not uploads:
            uploads = {"": ("", b"")}
        return self.post(action, data, files=uploads)

    def _present(self, form):
        for field in form.select("input[name]"):
            kind = field.get("type", "text")
            if kind in ("submit", "file", "button"):
                continue
            if kind in ("radio", "checkbox") and not field.has_attr("checked"):
                continue
            yield field["name"], field.get("value", "on")
        for field in form.select("textarea[name]"):
            yield field["name"], field.get_text()
        for field in form.select("select[name]"):
            chosen = field.select_one("option[selected]") or field.select_one("option")
            yield field["name"], chosen["value"] if chosen else ""

    @property
    def errors(self):
        """What the error summary says."""
        summary = self.page.select_one(".ecounter-errors")
        return (
            [item.get_text(strip=True) for item in summary.select("a")]
            if summary
            else []
        )

"""A person in a browser: goes to pages, logs in, is shown what is not accessible."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
import os
import pathlib

#: Set to a folder, every page visited is photographed there at both widths.
SCREENSHOTS = os.environ.get("IMIO_SCREENSHOTS", "")
WIDTHS = (1280, 390)
BLOCKING = ("serious", "critical")


class Visitor:
    """One browser window on the commune's site.

    :ivar page: Playwright's page.
    """

    def __init__(self, url: str, page: Page):
        self.url = url
        self.page = page

    def go(self, path: str = "") -> Page:
        """Open a page of the site and check it; ``path`` is relative to the site."""
        response = self.page.goto(f"{self.url}/{path}".rstrip("/"))
        assert response is not None and response.status < 400, (
            f"{path}: {response and response.status}"
        )
        return self.page

    def log_in(self, user: str, password: str) -> None:
        """Log in by the page everybody uses."""
        self.go("login")
        self.page.locator("#__ac_name").fill(user)
        self.page.locator("#__ac_password").fill(password)
        self.page.locator("#buttons-login").click()
        self.page.wait_for_load_state()
        assert "require_login" not in self.page.url
        assert self.page.locator("#__ac_password").count() == 0, f"{user} not let in"

    def check_accessible(self, name: str) -> None:
        """No serious or critical violation; photographs the page when asked to."""
        # A page that a click has just asked for is judged once it is whole.
        self.page.wait_for_load_state("networkidle")
        self.photograph(name)
        results = Axe().run(self.page)
        violations = [
            f"{violation['id']} ({violation['impact']}): {node['target']}"
            for violation in results.response["violations"]
            if violation["impact"] in BLOCKING
            for node in violation["nodes"][:3]
        ]
        assert violations == [], f"{name} {self.page.url}: {violations}"

    def photograph(self, name: str) -> None:
        """Save the page at a desk's and a phone's width."""
        if not SCREENSHOTS:
            return
        pathlib.Path(SCREENSHOTS).mkdir(parents=True, exist_ok=True)
        size = self.page.viewport_size
        for width in WIDTHS:
            self.page.set_viewport_size({"width": width, "height": 900})
            self.page.screenshot(
                path=f"{SCREENSHOTS}/{name}-{width}.png", full_page=True
            )
        if size:
            self.page.set_viewport_size(size)

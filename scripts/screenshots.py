"""Make the pictures of the user guides from the demonstration commune.

    python scripts/screenshots.py

Serves a new demonstration commune from a temporary folder, visits it with Chromium as
each account, and writes ``docs/guides/images/*.png``: few colours, below 100 kB each.
Pictures show the day they were made: make them again when the pages change.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from PIL import Image
from playwright.sync_api import Browser
from playwright.sync_api import Page
from playwright.sync_api import sync_playwright
import os
import requests
import shutil
import socket
import subprocess
import sys
import tempfile

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "guides" / "images"
PASSWORD = "Images-du-guide-1"
COMMUNE = "hautes-rives"
WIDE, PHONE = 1100, 390
#: A picture shows the top of its page, this high at most.
HIGHEST = 1250
LARGEST_BYTES = 100_000
COLOURS = 48
OPTIONS = ["--no-sandbox", "--disable-gpu", "--no-first-run"]
#: Plone's own bar is not what a guide explains.
HIDDEN = "#edit-bar, .plone-toolbar-container, footer { display: none !important }"


@dataclass(frozen=True)
class Shot:
    """A picture: who looks at which page.

    :param page: below the commune; ``{body:state}`` is a meeting of that body.
    :param point: which point of the meeting's file to open, none where negative.
    """

    name: str
    user: str
    page: str
    width: int = WIDE
    point: int = -1


SHOTS = (
    Shot("organe", "agent-travaux", "deliberations/college"),
    Shot("rediger", "agent-travaux", "deliberations/college/@@add-point"),
    Shot("mon-travail", "chef-travaux", "@@mon-travail"),
    Shot("ordre-du-jour", "secretaire", "{college:prepared}/@@agenda"),
    Shot("convocation", "secretaire", "{conseil:convened}/@@convocation"),
    Shot("en-seance", "secretaire", "{college:in_session}/@@seance"),
    Shot("presences", "secretaire", "{conseil:convened}/@@presence"),
    Shot("public", "", "{conseil:decisions_published}"),
    Shot("espace", "conseillere", "@@mon-espace-mandataire", PHONE),
    Shot("dossier", "conseillere", "{conseil:convened}/@@dossier"),
    Shot("point", "conseillere", "{conseil:convened}/@@dossier", PHONE, point=1),
    Shot("dossier-pdf", "conseillere", "{conseil:convened}/@@dossier-pdf"),
)


@contextmanager
def served() -> Iterator[str]:
    """The address of a new demonstration commune."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    folder = tempfile.mkdtemp(prefix="imio-images-")
    command = [sys.executable, "-m", "imio.platform.cli.main", "start"]
    server = subprocess.Popen(
        [*command, "--directory", folder, "--port", str(port)],
        env={**os.environ, "IMIO_DEMO_PASSWORD": PASSWORD},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        if not any(
            line.startswith("Ctrl-C") for line in iter(server.stdout.readline, "")
        ):
            sys.exit("Le site de démonstration n'a pas démarré.")
        yield f"http://127.0.0.1:{port}/{COMMUNE}"
    finally:
        server.terminate()
        server.wait(60)
        shutil.rmtree(folder, ignore_errors=True)


def meeting_paths(url: str) -> dict[str, str]:
    """Path of the first meeting in each state, by ``body:state``."""
    answer = requests.get(
        f"{url}/@search",
        params={
            "portal_type": "Meeting",
            "sort_on": "meeting_date",
            "metadata_fields": "review_state",
            "b_size": 200,
        },
        headers={"Accept": "application/json"},
        auth=("secretaire", PASSWORD),
        timeout=60,
    )
    found: dict[str, str] = {}
    for one in answer.json()["items"]:
        path = one["@id"].removeprefix(f"{url}/")
        body = path.split("/")[1]
        found.setdefault(f"{body}:{one['review_state']}", path)
    return found


def signed_in(browser: Browser, url: str, user: str) -> Page:
    """A page of a browser where this account is signed in."""
    page = browser.new_context(locale="fr-BE").new_page()
    if user:
        page.goto(f"{url}/login")
        page.fill("#__ac_name", user)
        page.fill("#__ac_password", PASSWORD)
        page.click("#buttons-login")
        page.wait_for_load_state()
    return page


def take(page: Page, url: str, shot: Shot, meetings: dict[str, str]) -> bytes:
    """The picture as Chromium gives it."""
    path = shot.page
    for key, meeting in meetings.items():
        path = path.replace(f"{{{key}}}", meeting)
    page.set_viewport_size({"width": shot.width, "height": 900})
    page.goto(f"{url}/{path}")
    if shot.point >= 0:
        page.locator(".deliberation-file a").nth(shot.point).click()
    page.add_style_tag(content=HIDDEN)
    page.add_style_tag(content="body { padding-left: 0 !important }")
    page.wait_for_timeout(400)
    height = min(page.evaluate("document.body.scrollHeight"), HIGHEST)
    area = {"x": 0, "y": 0, "width": shot.width, "height": height}
    return page.screenshot(full_page=True, clip=area)


def written(data: bytes, path: Path) -> int:
    """Write the picture with few colours; its size in bytes."""
    with Image.open(BytesIO(data)) as image:
        few = image.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        few.save(path, optimize=True)
    return path.stat().st_size


def main() -> int:
    """Make every picture; returns the exit status."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        sys.exit("Chromium manque : apt-get install chromium")
    IMAGES.mkdir(parents=True, exist_ok=True)
    too_large = []
    with served() as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=OPTIONS)
        meetings, pages = meeting_paths(url), {}
        for shot in SHOTS:
            if shot.user not in pages:
                pages[shot.user] = signed_in(browser, url, shot.user)
            path = IMAGES / f"{shot.name}.png"
            size = written(take(pages[shot.user], url, shot, meetings), path)
            print(f"{path.relative_to(ROOT)} : {size // 1000} ko")
            if size > LARGEST_BYTES:
                too_large.append(path.name)
        browser.close()
    if too_large:
        print(f"Trop lourd : {', '.join(too_large)}", file=sys.stderr)
    return 1 if too_large else 0


if __name__ == "__main__":
    sys.exit(main())

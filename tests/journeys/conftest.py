"""A real server with the demonstration commune, and browsers to visit it."""

from collections.abc import Iterator
from dataclasses import dataclass
from playwright.sync_api import Browser
from playwright.sync_api import sync_playwright
from tests.journeys.visitor import Visitor
import os
import pytest
import shutil
import socket
import subprocess
import sys
import threading

PASSWORD = "Journee-de-demonstration-1"
COMMUNE = "hautes-rives"
#: Creating the commune and its content takes seconds; a busy machine, minutes.
START_SECONDS = 300
CHROMIUM_OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@dataclass(frozen=True)
class Site:
    """Address of the running commune and the demonstration accounts' password."""

    url: str
    password: str
    directory: str


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Iterator[Site]:
    """The demonstration commune served by ``imio-platform start``."""
    directory = str(tmp_path_factory.mktemp("instance with space"))
    port = free_port()
    command = [sys.executable, "-m", "imio.platform.cli.main", "start"]
    server = subprocess.Popen(
        [*command, "--directory", directory, "--port", str(port)],
        env={**os.environ, "IMIO_DEMO_PASSWORD": PASSWORD},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    watchdog = threading.Timer(START_SECONDS, server.kill)
    watchdog.start()
    printed = []
    for line in server.stdout:
        printed.append(line)
        if line.startswith("Ctrl-C"):
            break
    else:
        pytest.fail(f"The server did not start:\n{''.join(printed)}")
    watchdog.cancel()
    threading.Thread(target=server.stdout.read, daemon=True).start()
    yield Site(f"http://127.0.0.1:{port}/{COMMUNE}", PASSWORD, directory)
    server.terminate()
    server.wait(timeout=60)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.fail("Chromium is missing: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=CHROMIUM_OPTIONS
        )
        yield browser
        browser.close()


@pytest.fixture
def visit(site, chromium):
    """``visit("agent")`` opens a browser logged in as that account; ``visit()`` a
    visitor's. Keywords go to the browser's context (``java_script_enabled=False``)."""
    contexts = []

    def open_visitor(user: str = "", **options) -> Visitor:
        context = chromium.new_context(locale="fr-BE", **options)
        contexts.append(context)
        visitor = Visitor(site.url, context.new_page())
        if user:
            visitor.log_in(user, site.password)
        return visitor

    yield open_visitor
    for context in contexts:
        context.close()

"""Servers to measure: a bare Plone, and the suite with its demonstration commune."""

from base64 import b64encode
from contextlib import contextmanager
from pathlib import Path
import http.client
import os
import socket
import subprocess
import sys
import time

PASSWORD = "Mesure-de-vitesse-1"
ENVIRONMENT = {**os.environ, "IMIO_DEMO_PASSWORD": PASSWORD}
BARE = [sys.executable, "-m", "tests.bench.bare"]
SUITE = [sys.executable, "-m", "imio.platform.cli.main"]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Visitor:
    """Somebody who asks for pages over one kept connection, as a browser does."""

    def __init__(self, port: int, user: str = ""):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        token = b64encode(f"{user}:{PASSWORD}".encode()).decode()
        self.headers = {"Authorization": f"Basic {token}"} if user else {}

    def get(self, path: str) -> float:
        """Seconds until the page is there; an error status is an error."""
        started = time.perf_counter()
        self.connection.request("GET", path, headers=self.headers)
        answer = self.connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{path}: {answer.status}")
        return time.perf_counter() - started


def answers(port: int) -> bool:
    probe = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    try:
        probe.request("GET", "/robots.txt")
        probe.getresponse()
    except OSError:
        return False
    finally:
        probe.close()
    return True


@contextmanager
def running(command: list[str], directory: Path):
    """Serve ``directory``; gives (port, process, seconds until it answered)."""
    port = free_port()
    started = time.monotonic()
    process = subprocess.Popen(
        [*command, "start", "--directory", str(directory), "--port", str(port)],
        env=ENVIRONMENT,
        stdout=subprocess.DEVNULL,
    )
    try:
        while not answers(port):
            if process.poll() is not None:
                raise RuntimeError(f"{command} stopped with {process.returncode}")
            time.sleep(0.05)
        yield port, process, time.monotonic() - started
    finally:
        process.terminate()
        process.wait(timeout=60)


def resident_mb(pid: int) -> float:
    """Resident memory of the process itself, in MB (Linux)."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("no VmRSS")

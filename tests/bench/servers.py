"""Servers to measure: a bare Plone, and the suite with its demonstration commune."""

from base64 import b64encode
from contextlib import contextmanager
from pathlib import Path
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

PASSWORD = "Mesure-de-vitesse-1"
ENVIRONMENT = {**os.environ, "IMIO_DEMO_PASSWORD": PASSWORD}
BARE = [sys.executable, "-m", "tests.bench.bare"]
SUITE = [sys.executable, "-m", "imio.platform.cli.main"]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def fetch(url: str, user: str = "") -> bytes:
    """Body of the page, as ``user`` when given; an error status is an error."""
    request = urllib.request.Request(url)
    if user:
        token = b64encode(f"{user}:{PASSWORD}".encode()).decode()
        request.add_header("Authorization", f"Basic {token}")
    with urllib.request.urlopen(request, timeout=120) as answer:
        return answer.read()


def answers(port: int) -> bool:
    try:
        fetch(f"http://127.0.0.1:{port}/robots.txt")
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
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

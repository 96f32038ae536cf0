"""The LibreOffice that we start: absent, hanging, killed, and never left behind."""

from imio.platform.core.documents.errors import ConversionFailed
from imio.platform.core.documents.errors import ConversionTimeout
from imio.platform.core.documents.errors import PdfUnavailable
from imio.platform.core.documents.finishing import finish
from imio.platform.core.documents.odt import build
from imio.platform.core.documents.office import Office
from pathlib import Path
import os
import pytest
import signal
import subprocess
import sys
import textwrap
import time

BODY = "<body><text:p text:style-name='Text'>Été</text:p></body>"


@pytest.fixture
def odt(tmp_path):
    path = tmp_path / "content.xml"
    path.write_text(BODY, encoding="utf-8")
    return finish(build(path, "Essai"), "#7a1f4e")


@pytest.fixture
def office():
    office = Office()
    yield office
    office.stop()


@pytest.fixture
def fake_soffice(tmp_path, monkeypatch):
    """Put a script in place of soffice."""

    def install(text):
        path = tmp_path / "soffice"
        path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
        path.chmod(0o755)
        monkeypatch.setenv("IMIO_SOFFICE", str(path))

    return install


def is_alive(pid):
    try:
        os.kill(pid, 0)
    except OSError:
        return False
    stat = Path(f"/proc/{pid}/stat").read_text()
    return stat.rpartition(")")[2].split()[0] != "Z"


def wait_until_dead(pid, seconds=10):
    end = time.monotonic() + seconds
    while is_alive(pid) and time.monotonic() < end:
        time.sleep(0.05)
    return not is_alive(pid)


def test_warm_office_converts_again(office, odt):
    assert office.convert(odt).startswith(b"%PDF")
    pid = office.office_pid
    assert office.convert(odt, "Le titre").startswith(b"%PDF")
    assert office.office_pid == pid


def test_killed_office_is_started_again(office, odt):
    office.convert(odt)
    first = office.office_pid
    os.killpg(first, signal.SIGKILL)
    assert office.convert(odt).startswith(b"%PDF")
    assert office.office_pid != first


def test_absent_office_is_said(office, odt, monkeypatch):
    monkeypatch.setenv("IMIO_SOFFICE", "/nowhere/soffice")
    assert not office.is_available()
    with pytest.raises(PdfUnavailable):
        office.convert(odt)


def test_hanging_office_is_stopped_with_its_children(
    office, odt, fake_soffice, monkeypatch, tmp_path
):
    children = tmp_path / "children"
    fake_soffice(f"sleep 300 & echo $! > {children}; wait")
    monkeypatch.setenv("IMIO_OFFICE_TIMEOUT", "2")
    start = time.monotonic()
    with pytest.raises(ConversionTimeout):
        office.convert(odt)
    assert time.monotonic() - start < 10
    assert wait_until_dead(int(children.read_text()))
    monkeypatch.delenv("IMIO_SOFFICE")
    monkeypatch.setenv("IMIO_OFFICE_TIMEOUT", "60")
    assert office.convert(odt).startswith(b"%PDF")


def test_office_that_ends_at_once_is_a_failure_not_a_hang(office, odt, fake_soffice):
    fake_soffice("exit 3")
    with pytest.raises(ConversionFailed):
        office.convert(odt)


def test_file_that_is_no_document_is_a_failure_and_the_next_works(office, odt):
    with pytest.raises(ConversionFailed):
        office.convert(b"PK\x03\x04 nothing")
    assert office.convert(odt).startswith(b"%PDF")


def test_nothing_is_left_when_our_process_is_killed(odt, tmp_path):
    source = tmp_path / "source.odt"
    source.write_bytes(odt)
    script = textwrap.dedent(
        f"""
        from imio.platform.core.documents.office import Office
        import time
        office = Office()
        office.convert(open({str(source)!r}, "rb").read())
        print(office.office_pid, flush=True)
        time.sleep(300)
        """
    )
    process = subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", script],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    office_pid = int(process.stdout.readline())
    assert is_alive(office_pid)
    process.kill()
    process.wait()
    process.stdout.close()
    assert wait_until_dead(office_pid)


def test_image_named_by_a_text_is_not_fetched(office, tmp_path):
    """A document made of a citizen's text must not make the server call addresses."""
    import http.server
    import threading

    asked = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET

        def log_message(self, *args):
            pass

    listener = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=listener.serve_forever, daemon=True).start()
    path = tmp_path / "content.xml"
    path.write_text(
        "<body><text:p text:style-name='Text'>"
        "<draw:frame draw:name='x' text:anchor-type='as-char' svg:width='2cm' "
        "svg:height='2cm'><draw:image "
        f"xlink:href='http://127.0.0.1:{listener.server_port}/canary.png' "
        "xlink:type='simple' xlink:show='embed' xlink:actuate='onLoad'/>"
        "</draw:frame>Été</text:p></body>",
        encoding="utf-8",
    )
    assert office.convert(finish(build(path, "Essai"), "")).startswith(b"%PDF")
    listener.shutdown()
    listener.server_close()
    assert asked == []

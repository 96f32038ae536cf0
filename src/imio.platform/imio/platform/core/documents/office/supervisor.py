"""Starts the keeper of LibreOffice, bounds its time, starts it again."""

from imio.platform.core.documents.errors import ConversionFailed
from imio.platform.core.documents.errors import ConversionTimeout
from imio.platform.core.documents.errors import PdfUnavailable
from imio.platform.core.documents.office import keeper
from imio.platform.core.documents.office.discovery import soffice_path
from imio.platform.core.documents.office.discovery import uno_python
from pathlib import Path
import atexit
import contextlib
import json
import logging
import os
import select
import shutil
import signal
import subprocess
import tempfile
import threading
import time

logger = logging.getLogger(__name__)

#: Seconds that LibreOffice is given to start.
START_SECONDS = 40

#: Our Python's own settings, which would mislead the one that has ``uno``.
OURS = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV")


def conversion_seconds() -> float:
    """Seconds that one conversion may take, waiting for its turn included."""
    return float(os.environ.get("IMIO_OFFICE_TIMEOUT", "60"))


class Died(Exception):
    """The keeper or its LibreOffice is gone."""


class Office:
    """One LibreOffice, used by one thread at a time."""

    def __init__(self):
        self._turn = threading.Lock()
        self._process: subprocess.Popen | None = None
        self._unread = b""
        self.office_pid: int | None = None
        self._profile: str | None = None

    def is_available(self) -> bool:
        """Whether this machine has what a conversion needs."""
        return soffice_path() is not None and uno_python() is not None

    def require(self) -> None:
        """:raises PdfUnavailable: where this machine cannot convert."""
        if not self.is_available():
            raise PdfUnavailable()

    def convert(self, data: bytes, title: str = "", extension: str = "odt") -> bytes:
        """``data``, a file that LibreOffice opens, as PDF.

        :param title: what readers show as the document's name.
        :param extension: what the file is: ``"odt"``, ``"docx"``.

        :raises PdfUnavailable: LibreOffice is absent.
        :raises ConversionTimeout: it took too long; it has been stopped.
        :raises ConversionFailed: it could not.
        """
        self.require()
        deadline = time.monotonic() + conversion_seconds()
        if not self._turn.acquire(timeout=conversion_seconds()):
            raise ConversionTimeout()
        try:
            try:
                return self._convert(data, title, extension, deadline)
            except Died:
                # Idle too long, or killed by the system: a fresh one will do.
                self._stop()
                return self._convert(data, title, extension, deadline)
        except Died as error:
            self._stop()
            raise ConversionFailed() from error
        except ConversionTimeout:
            self._stop()
            raise
        finally:
            self._turn.release()

    def stop(self) -> None:
        """Stop LibreOffice and its children; it starts again when needed."""
        with self._turn:
            self._stop()

    def _convert(
        self, data: bytes, title: str, extension: str, deadline: float
    ) -> bytes:
        if self._process is None:
            self._start(deadline)
        with tempfile.TemporaryDirectory(prefix="imio-convert-") as folder:
            source = Path(folder) / f"document.{extension}"
            target = Path(folder) / "document.pdf"
            source.write_bytes(data)
            self._ask(source=str(source), target=str(target), title=title)
            answer = self._answer(deadline)
            if "error" in answer:
                logger.error("LibreOffice: %s", answer["error"])
                raise ConversionFailed()
            return target.read_bytes()

    def _start(self, deadline: float) -> None:
        """Start the keeper and wait until LibreOffice answers."""
        self._unread = b""
        self._process = subprocess.Popen(
            [uno_python(), "-u", keeper.__file__, soffice_path()],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,
            env={name: value for name, value in os.environ.items() if name not in OURS},
            start_new_session=True,
        )
        started = self._answer(deadline)
        self.office_pid, self._profile = started["pid"], started["profile"]
        self._answer(min(deadline, time.monotonic() + START_SECONDS))
        logger.info("LibreOffice is ready (process %s)", self.office_pid)

    def _ask(self, **request) -> None:
        try:
            self._process.stdin.write(json.dumps(request).encode() + b"\n")
        except OSError as error:
            raise Died() from error

    def _answer(self, deadline: float) -> dict:
        output = self._process.stdout
        while b"\n" not in self._unread:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([output], [], [], left)[0]:
                logger.error("LibreOffice does not answer: it is stopped")
                raise ConversionTimeout()
            chunk = os.read(output.fileno(), 65536)
            if not chunk:
                raise Died()
            self._unread += chunk
        line, self._unread = self._unread.split(b"\n", 1)
        return json.loads(line)

    def _stop(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            with contextlib.suppress(OSError):
                process.stdin.close()
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            process.stdout.close()
        if self.office_pid is not None:
            with contextlib.suppress(OSError):
                os.killpg(self.office_pid, signal.SIGKILL)
        if self._profile is not None:
            shutil.rmtree(self._profile, ignore_errors=True)
        self.office_pid = self._profile = None


_office = Office()
atexit.register(_office.stop)


def office() -> Office:
    """The process's LibreOffice, started or not."""
    return _office

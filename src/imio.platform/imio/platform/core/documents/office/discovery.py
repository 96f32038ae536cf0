"""Where LibreOffice and a Python that speaks to it are on this machine."""

from functools import cache
from pathlib import Path
import os
import shutil
import subprocess

#: Pythons that may have ``uno``, Debian's first.
UNO_PYTHONS = ("/usr/bin/python3", "/opt/libreoffice/program/python")


def soffice_path() -> str | None:
    """The soffice to run, or None where there is none."""
    wanted = os.environ.get("IMIO_SOFFICE", "")
    if wanted:
        return shutil.which(wanted)
    return shutil.which("soffice") or shutil.which("libreoffice")


def uno_python() -> str | None:
    """A Python that can import ``uno``, or None."""
    wanted = os.environ.get("IMIO_UNO_PYTHON", "")
    for python in (wanted,) if wanted else UNO_PYTHONS:
        if _has_uno(python):
            return python
    return None


@cache
def _has_uno(python: str) -> bool:
    if not Path(python).exists():
        return False
    try:
        return (
            subprocess.run(
                [python, "-c", "import uno"],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=20,
                check=False,
            ).returncode
            == 0
        )
    except (OSError, subprocess.TimeoutExpired):
        return False

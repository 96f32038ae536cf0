"""The command that upgrades, as an operator runs it."""

from tests.upgrades.conftest import RELEASED
import os
import subprocess
import sys
import tarfile


def upgrade(folder):
    return subprocess.run(
        [sys.executable, "-m", "imio.platform.cli.main", "commune", "upgrade"]
        + ["--directory", str(folder)],
        capture_output=True,
        text=True,
        env={**os.environ, "IMIO_DEMO_PASSWORD": "demonstration-1"},
    )


def test_the_command_upgrades_once_and_says_so(tmp_path):
    with tarfile.open(RELEASED) as archive:
        archive.extractall(tmp_path, filter="data")
    first = upgrade(tmp_path)
    assert (first.returncode, first.stderr) == (0, "")
    assert "Commune : délibérations" in first.stdout
    assert "Sites mis à niveau : 1." in first.stdout
    assert upgrade(tmp_path).stdout == "Tout est déjà à niveau.\n"


def test_without_a_database_nothing_is_made(tmp_path):
    answer = upgrade(tmp_path / "rien")
    assert answer.returncode != 0
    assert "ne contient pas de base de données" in answer.stderr + answer.stdout
    assert not (tmp_path / "rien").exists()

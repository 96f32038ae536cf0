"""What can go wrong before the server starts is said in one French sentence."""

from imio.platform.cli.errors import BadAddress
from imio.platform.cli.errors import DatabaseLocked
from imio.platform.cli.errors import DiskFull
from imio.platform.cli.errors import NotWritable
from imio.platform.cli.errors import PortTaken
from imio.platform.cli.instance import Instance
from imio.platform.cli.main import main
from imio.platform.cli.server import check_port
from imio.platform.cli.server import to_commune
import collections
import errno
import os
import pytest
import shutil
import socket
import stat
import subprocess
import sys
import zc.lockfile


@pytest.fixture
def instance(tmp_path):
    instance = Instance(tmp_path / "ma commune")
    instance.prepare()
    return instance


def test_port_taken_says_which_and_another():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(PortTaken, match=f"{port}.*PORT={port + 1}"):
            check_port("127.0.0.1", port)


def test_database_in_use_names_the_process(instance):
    lock = zc.lockfile.LockFile(f"{instance.database}.lock", content_template="{pid}")
    program = (
        "from imio.platform.cli.instance import Instance; import pathlib, sys;"
        "Instance(pathlib.Path(sys.argv[1])).check_unlocked()"
    )
    try:
        other = subprocess.run(
            [sys.executable, "-c", program, str(instance.directory)],
            capture_output=True,
            text=True,
        )
    finally:
        lock.close()
    assert other.returncode != 0
    assert DatabaseLocked.__name__ in other.stderr
    assert f"processus {os.getpid()}" in other.stderr
    instance.check_unlocked()


def test_full_disk_is_told_before_anything_is_created(tmp_path, monkeypatch):
    usage = collections.namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage(10, 10, 3 * 2**20))
    with pytest.raises(DiskFull, match="3 Mo"):
        Instance(tmp_path).prepare()


def test_a_file_where_the_folder_should_be(tmp_path):
    (tmp_path / "donnees").write_text("")
    with pytest.raises(NotWritable, match="donnees"):
        Instance(tmp_path / "donnees").prepare()


def test_the_password_is_drawn_once_and_kept_private(instance, monkeypatch):
    monkeypatch.delenv("IMIO_DEMO_PASSWORD", raising=False)
    password = instance.demonstration_password()
    assert len(password) >= 10
    assert instance.demonstration_password() == password
    assert stat.S_IMODE(instance.password_file.stat().st_mode) == 0o600


def test_a_refusal_ends_without_a_traceback(tmp_path, capsys):
    (tmp_path / "donnees").write_text("")
    status = main(["start", "--port", "0", "--directory", str(tmp_path / "donnees")])
    assert status == 1
    printed = capsys.readouterr().err
    assert "ne peut pas être écrit" in printed
    assert "Traceback" not in printed


def test_the_bare_address_leads_to_the_only_commune():
    answers = []
    application = to_commune(lambda environ, start: [b"page"], "hautes-rives")
    application({"PATH_INFO": "/"}, lambda *answer: answers.append(answer))
    assert answers == [("302 Found", [("Location", "/hautes-rives")])]
    assert application({"PATH_INFO": "/hautes-rives"}, None) == [b"page"]


def test_an_address_that_cannot_be_listened_on_is_not_called_taken():
    with pytest.raises(BadAddress, match="65535"):
        check_port("127.0.0.1", 99999)
    with pytest.raises(BadAddress, match="n'a pas cette adresse"):
        check_port("192.0.2.1", 8080)


def test_a_full_disk_leaves_not_even_a_folder(tmp_path, monkeypatch):
    usage = collections.namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage(10, 10, 0))
    with pytest.raises(DiskFull):
        Instance(tmp_path / "commune").prepare()
    assert list(tmp_path.iterdir()) == []


def test_a_site_that_exists_is_served_with_little_room_left(instance, monkeypatch):
    usage = collections.namedtuple("usage", "total used free")
    instance.database.write_bytes(b"")
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage(10, 10, 90 * 2**20))
    instance.prepare()
    with pytest.raises(DiskFull, match="90 Mo"):
        instance.prepare(creating=True)


def test_listing_creates_nothing(tmp_path, capsys):
    folder = tmp_path / "ailleurs"
    assert main(["commune", "list", "--directory", str(folder)]) == 0
    assert "hautes-rives" in capsys.readouterr().out
    assert not folder.exists()


def test_updating_where_there_is_no_database_creates_nothing(tmp_path, capsys):
    folder = tmp_path / "ailleurs"
    assert main(["commune", "update", "x", "--directory", str(folder)]) == 1
    assert "ne contient pas de base" in capsys.readouterr().err
    assert not folder.exists()


def test_what_nobody_foresaw_ends_with_a_sentence(tmp_path, capsys, monkeypatch):
    def broken(_options):
        raise RuntimeError("imprévu")

    monkeypatch.setattr("imio.platform.cli.commune.run_list", broken)
    assert main(["commune", "list", "--directory", str(tmp_path)]) == 1
    printed = capsys.readouterr().err
    assert "erreur imprévue" in printed
    assert "rien n'a été enregistré" in printed
    assert "Traceback" not in printed


def test_a_disk_that_fills_up_during_the_work_is_told(tmp_path, capsys, monkeypatch):
    def full(_options):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("imio.platform.cli.commune.run_list", full)
    assert main(["commune", "list", "--directory", str(tmp_path)]) == 1
    assert "Le disque est plein" in capsys.readouterr().err


@pytest.mark.parametrize(
    "name",
    ["filestorage/Data.fs", "blobstorage", "log/event.log", "jobs.sqlite", "mail"],
)
def test_what_cannot_be_written_is_named_before_the_start(instance, monkeypatch, name):
    path = instance.directory / name
    if not path.exists():
        path.write_text("")
    access = os.access
    # As root every file may be written: only the answer is feigned.
    monkeypatch.setattr(
        os, "access", lambda one, mode: one != path and access(one, mode)
    )
    kind = "fichier" if path.is_file() else "dossier"
    with pytest.raises(NotWritable, match=f"Le {kind} {path} ne peut pas être écrit"):
        instance.prepare()


@pytest.mark.parametrize("command", [["commune", "create"], ["start", "--commune"]])
def test_an_unknown_commune_leaves_no_folder(tmp_path, capsys, command):
    folder = tmp_path / "essai"
    status = main([*command, "nulle-part", "--directory", str(folder)])
    assert status == 1
    assert "La commune « nulle-part » n'a pas de profil." in capsys.readouterr().err
    assert not folder.exists()


@pytest.mark.parametrize(
    "arguments, sentence",
    [
        ([], "il manque : commande"),
        (["commune"], "il manque : action"),
        (["commune", "create"], "il manque : commune"),
        (["start", "--port", "abc"], "--port : 'abc' n'est pas un nombre entier"),
        (["start", "--port"], "--port attend une valeur"),
        (["start", "--vite"], "ceci n'est pas compris : --vite"),
        (["partir"], "'partir' n'existe pas ; choisissez parmi"),
    ],
)
def test_a_wrong_command_line_is_explained_in_french(capsys, arguments, sentence):
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert end.value.code == 2
    told = capsys.readouterr().err
    assert sentence in told
    assert told.startswith("Usage : ")


@pytest.mark.parametrize("arguments", [["--help"], ["commune", "create", "--help"]])
def test_the_help_is_in_french(capsys, arguments):
    with pytest.raises(SystemExit):
        main(arguments)
    told = capsys.readouterr().out
    assert "afficher cette aide" in told
    for word in ("usage:", "positional", "show this", "optional"):
        assert word not in told

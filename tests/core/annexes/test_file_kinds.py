"""Is a file what its name says?"""

from imio.platform.core.annexes.categories import parse
from imio.platform.core.annexes.file_kinds import BadFile
from imio.platform.core.annexes.file_kinds import check
from imio.platform.core.annexes.file_kinds import KINDS
import pytest


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.title)
def test_each_kind_is_recognised_by_its_beginning(kind):
    start = kind.starts[0] if kind.starts else b"Bonjour"
    for extension in kind.extensions:
        name = f"Fichier.{extension.upper()}"
        assert check(name, start + b"...", 100, 1).content_type == kind.content_type


@pytest.mark.parametrize(
    ("name", "start", "size", "sentence"),
    [
        ("a.pdf", b"", 0, "est vide"),
        ("a.pdf", b"%PDF-", 2**21, "2,0 Mo ; le maximum est de 1 Mo"),
        ("a.pdf", b"PK\x03\x04", 10, "PDF valable"),
        ("a.txt", b"a\x00b", 10, "ne correspond pas"),
        ("a.svg", b"<svg>", 10, "type accepté"),
        ("a.html", b"<html>", 10, "type accepté"),
        ("sans-extension", b"%PDF-", 10, "type accepté"),
        ("", b"%PDF-", 10, "type accepté"),
    ],
)
def test_other_files_are_refused_with_the_reason(name, start, size, sentence):
    with pytest.raises(BadFile, match=sentence):
        check(name, start, size, max_megabytes=1)


def test_category_lines_are_forgiving():
    assert parse("") is None
    assert parse("plan").title == "plan"
    assert parse(" plan | Plan ").key == "plan"
    assert parse("id|Pièce d'identité|confidentielle").confidential

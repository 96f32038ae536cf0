"""The certified copies that a body gave out, with their very bytes."""

from BTrees.OOBTree import OOBTree
from dataclasses import asdict
from dataclasses import replace
from hashlib import sha256
from imio.platform.deliberation.records import storage
from imio.platform.deliberation.rules.certified_copies import CertifiedCopy
from imio.platform.deliberation.rules.register import Act
from imio.platform.deliberation.rules.signatories import Signature
from persistent.mapping import PersistentMapping
from plone.namedfile.file import NamedBlobFile
from zope.annotation.interfaces import IAnnotations

COPIES = f"{storage.PREFIX}.certified_copies"


def copies_of(body, act: Act) -> list[CertifiedCopy]:
    """The copies of an act, the first given out first."""
    prefix = f"{act.year:04}/{act.number:07}/"
    lines = _copies(body).values(prefix, f"{prefix}~")
    return [_copy(line["copy"]) for line in lines]


def copy_bytes(body, one: CertifiedCopy) -> bytes:
    """The file that was given out."""
    return _copies(body)[_key(one)]["file"].data


def add_copy(body, one: CertifiedCopy) -> None:
    """Write a copy down, before its file is made."""
    annotations = IAnnotations(body)
    if COPIES not in annotations:
        annotations[COPIES] = OOBTree()
    annotations[COPIES][_key(one)] = PersistentMapping(copy=asdict(one))


def keep_copy_file(body, one: CertifiedCopy, data: bytes, name: str) -> CertifiedCopy:
    """Fix the file of a copy.

    :raises ValueError: it has one already.
    """
    line = _copies(body)[_key(one)]
    if "file" in line:
        raise ValueError(f"{one.reference} has its file already")
    kept = replace(one, filename=name, sha256=sha256(data).hexdigest())
    line["file"] = NamedBlobFile(data, contentType="application/pdf", filename=name)
    line["copy"] = asdict(kept)
    return kept


def _copy(line: dict) -> CertifiedCopy:
    signatures = tuple(Signature(**one) for one in line["signatures"])
    return CertifiedCopy(**{**line, "signatures": signatures})


def _copies(body):
    return IAnnotations(body).get(COPIES, OOBTree())


def _key(one: CertifiedCopy) -> str:
    return f"{one.act_year:04}/{one.act_number:07}/{one.year:04}/{one.number:07}"

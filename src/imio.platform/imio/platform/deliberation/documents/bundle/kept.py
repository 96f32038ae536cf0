"""Bundles that were made, in their owner's notebook; the last few of each."""

from dataclasses import dataclass
from imio.platform.core import clock
from imio.platform.deliberation.records.notebook import BUNDLES
from imio.platform.deliberation.records.notebook import Notebook
from persistent.mapping import PersistentMapping
from plone.namedfile.file import NamedBlobFile

#: Meetings whose bundle is kept for a person: they can always be made again.
KEPT = 6


@dataclass(frozen=True)
class Kept:
    """A bundle, or the wish for one.

    :param asked_at: instant as ISO text, when it was asked for.
    :param made_at: the same, when it was made; empty until then.
    :param error: why it could not be made.
    :param uids: points and annexes that it shows.
    """

    asked_at: str
    made_at: str = ""
    error: str = ""
    with_notes: bool = False
    pages: int = 0
    fingerprint: str = ""
    uids: tuple[str, ...] = ()
    size: int = 0


def now() -> str:
    return clock.now().isoformat(timespec="seconds")


def bundle(notebook: Notebook, meeting_uid: str) -> Kept | None:
    line = notebook.part(BUNDLES).get(meeting_uid)
    return Kept(**line["about"]) if line is not None else None


def bundle_file(notebook: Notebook, meeting_uid: str) -> NamedBlobFile | None:
    line = notebook.part(BUNDLES).get(meeting_uid)
    return line["file"] if line is not None else None


def ask(notebook: Notebook, meeting_uid: str, with_notes: bool) -> None:
    """Note that a bundle is being made; the former one is gone."""
    _save(notebook, meeting_uid, Kept(now(), with_notes=with_notes), None)


def save(notebook: Notebook, meeting_uid: str, about: Kept, data: bytes) -> None:
    """Keep a bundle, and forget the oldest."""
    file = NamedBlobFile(data, contentType="application/pdf", filename="dossier.pdf")
    _save(notebook, meeting_uid, about, file)
    written = notebook.written(BUNDLES)
    by_age = sorted(written, key=lambda uid: written[uid]["about"]["asked_at"])
    for uid in by_age[:-KEPT]:
        del written[uid]


def fail(notebook: Notebook, meeting_uid: str, asked: Kept, error: str) -> None:
    """Say why there is none."""
    about = Kept(asked.asked_at, error=error, with_notes=asked.with_notes)
    _save(notebook, meeting_uid, about, None)


def _save(notebook: Notebook, meeting_uid: str, about: Kept, file) -> None:
    line = PersistentMapping(about={**vars(about)}, file=file)
    notebook.written(BUNDLES)[meeting_uid] = line

"""The job that makes one person's bundle, as that person."""

from collections.abc import Callable
from dataclasses import replace
from imio.platform.core.documents.errors import DocumentError
from imio.platform.core.documents.errors import UnknownTemplate
from imio.platform.core.documents.office import office
from imio.platform.core.documents.rendering import render
from imio.platform.core.documents.templates import find_template
from imio.platform.core.jobs import job
from imio.platform.deliberation.documents.bundle import advancing
from imio.platform.deliberation.documents.bundle import kept
from imio.platform.deliberation.documents.bundle.annexes import as_pdf
from imio.platform.deliberation.documents.bundle.assembly import assemble
from imio.platform.deliberation.documents.bundle.contents import contents
from imio.platform.deliberation.documents.bundle.contents import fingerprint
from imio.platform.deliberation.documents.bundle.contents import PointContents
from imio.platform.deliberation.documents.bundle.contents import uids
from imio.platform.deliberation.documents.bundle.helper import bundle_parts
from imio.platform.deliberation.documents.bundle.helper import KEY
from imio.platform.deliberation.documents.specs import BUNDLE
from imio.platform.deliberation.records.notebook import mine
from imio.platform.deliberation.workflow.lookup import find_meeting
from imio.platform.deliberation.workflow.projection import sees_full_agenda
from imio.platform.i18n import _
from zope.annotation.interfaces import IAnnotations
from zope.globalrequest import getRequest
from zope.i18n import translate

BUNDLE_JOB = "imio.platform.deliberation.bundle"


# Tried once: the person is waiting, and asks again with one button.
@job(BUNDLE_JOB, title=_("Dossier de séance en PDF"), back_off=())
def make_bundle(site, meeting_uid: str) -> None:
    """Make the bundle that the present user asked for, of what she may see now."""
    notebook, meeting = mine(), find_meeting(meeting_uid)
    asked = kept.bundle(notebook, meeting_uid) if notebook is not None else None
    if meeting is None or asked is None or asked.made_at:
        return
    if not sees_full_agenda(meeting):
        return
    points = contents(meeting, asked.with_notes)
    with advancing.advance(notebook.user_id, meeting_uid) as step:
        try:
            data, pages = bundle_of(meeting, points, step)
        except DocumentError as error:
            sentence = translate(error.message, target_language="fr")
            kept.fail(notebook, meeting_uid, asked, sentence)
            return
    made = replace(
        asked,
        made_at=kept.now(),
        pages=pages,
        fingerprint=fingerprint(points),
        uids=uids(points),
        size=len(data),
    )
    kept.save(notebook, meeting_uid, made, data)


def bundle_of(
    meeting, points: list[PointContents], step: Callable[[int, int], None]
) -> tuple[bytes, int]:
    """The PDF and its number of pages.

    :param step: told how many annexes are done, of how many.
    :raises DocumentError: no PDF can be made here.
    """
    office().require()
    annexes = [annex for point in points for annex in point.annexes]
    converted = {}
    for done, annex in enumerate(annexes):
        step(done, len(annexes))
        data = as_pdf(annex)
        if data is not None:
            converted[annex.UID()] = data
    step(len(annexes), len(annexes))
    text = _text(meeting, points, set(converted))
    parts = bundle_parts(points, set(converted))
    return assemble(text, converted, parts, f"Dossier : {meeting.Title()}")


def _text(meeting, points: list[PointContents], converted: set[str]) -> bytes:
    template = find_template(BUNDLE.id)
    if template is None:
        raise UnknownTemplate()
    annotations = IAnnotations(getRequest())
    annotations[KEY] = (points, converted)
    try:
        return office().convert(render(meeting, template))
    finally:
        del annotations[KEY]

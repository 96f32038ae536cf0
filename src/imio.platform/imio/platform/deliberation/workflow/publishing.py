"""A regulation goes online, is corrected, replaced or taken off (CDLD L1133-1)."""

from imio.platform.core import clock
from imio.platform.core.interfaces import ALLOWED
from imio.platform.core.interfaces import refused
from imio.platform.core.interfaces import Verdict
from imio.platform.core.workflow.hints import TransitionHint
from imio.platform.deliberation.content.publication import PDF_START
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.records.publications import add_version
from imio.platform.deliberation.records.publications import versions
from imio.platform.deliberation.rules.publication import is_intact
from imio.platform.deliberation.rules.publication import next_version
from imio.platform.deliberation.rules.publication import Version
from imio.platform.deliberation.workflow.walking import has_transition
from imio.platform.deliberation.workflow.walking import walk
from imio.platform.i18n import _
from plone.app.uuid.utils import uuidToObject
from plone.namedfile.file import NamedBlobFile

#: States in which the files are served.
READABLE = ("published", "superseded", "archived")


class Publish:
    """Nothing goes online without its text."""

    def __init__(self, context):
        self.context = context

    def __call__(self) -> Verdict:
        if self.context.file is None:
            return refused(_("Le texte complet, en PDF, manque."))
        if (
            self.context.document_type == "tax_regulation"
            and not self.context.supervisory_decision
        ):
            return refused(
                _(
                    "Un règlement fiscal se publie avec la décision de la tutelle et "
                    "sa date (CDLD, art. L1133-1)."
                )
            )
        return ALLOWED


def publish_hint(context) -> TransitionHint:
    return TransitionHint(
        confirm=_(
            "Publier ce texte ? Le fichier est figé avec son empreinte ; une "
            "correction fera une nouvelle version."
        ),
        style="primary",
    )


def before(publication, event) -> None:
    """Taking a text offline is said to everybody."""
    transition = event.transition.id if event.transition else ""
    if transition == "unpublish" and not _comment(event):
        raise DeliberationError(_("Écrivez pourquoi le texte est retiré."), "comment")


def after(publication, event) -> None:
    """Freeze what is published, lead the one it replaces, take off what is withdrawn."""
    transition = event.transition.id if event.transition else ""
    if transition == "publish":
        publication.withdrawn_reason = ""
        freeze(publication, publication.file.data, publication.file.filename)
        _supersede(publication)
    elif transition == "unpublish":
        publication.withdrawn_reason = _comment(event)
        # Its bytes stay in the record, for who answers for them.
        publication.file = None


def correct(publication, data: bytes, filename: str, reason: str) -> Version:
    """Publish another file in the place of the present one, which is kept.

    :raises DeliberationError: no PDF, no reason, or the very same file.
    """
    if not data.startswith(PDF_START):
        raise DeliberationError(
            _("Choisissez le nouveau texte complet, en PDF non vide."), "file"
        )
    if not reason:
        raise DeliberationError(
            _("Écrivez ce qui change dans cette version."), "reason"
        )
    if is_intact(versions(publication)[-1], data):
        raise DeliberationError(
            _("Ce fichier est exactement celui qui est déjà publié."), "file"
        )
    publication.file = NamedBlobFile(
        data, contentType="application/pdf", filename=filename
    )
    return freeze(publication, data, filename, reason)


def freeze(publication, data: bytes, filename: str, reason: str = "") -> Version:
    """Keep the bytes published now, with their fingerprint and their dates."""
    made = next_version(
        versions(publication),
        filename,
        data,
        clock.now(),
        chosen=publication.in_force_on,
        reason=reason,
    )
    add_version(publication, made, data)
    return made


def _supersede(publication) -> None:
    former = uuidToObject(publication.replaces or "", unrestricted=True)
    if former is not None and has_transition(former, "supersede"):
        former.superseded_by = publication.UID()
        walk(former, "supersede")


def _comment(event) -> str:
    return (event.kwargs or {}).get("comment", "").strip()

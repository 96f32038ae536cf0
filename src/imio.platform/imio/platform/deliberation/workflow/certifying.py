"""Giving out an extract certified true: numbered, signed as of today, kept."""

from imio.platform.core import clock
from imio.platform.core.documents import generate
from imio.platform.core.documents.errors import DocumentError
from imio.platform.core.numbering import next_number
from imio.platform.deliberation.content import officials
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.records.certified_copies import add_copy
from imio.platform.deliberation.records.certified_copies import keep_copy_file
from imio.platform.deliberation.records.register import act_of
from imio.platform.deliberation.rules.certified_copies import CertifiedCopy
from imio.platform.deliberation.rules.signatories import Paper
from imio.platform.i18n import _
from plone import api
import transaction

TEMPLATE = "deliberation-extrait"
LONGEST = 300


def certify(item, recipient: str, purpose: str = "") -> CertifiedCopy:
    """Make a certified copy of the act of a point, and keep it.

    :raises DeliberationError: nothing was made and no number taken.
    """
    body = body_of(item)
    act = act_of(body, item)
    if act is None:
        raise DeliberationError(
            _(
                "Une copie certifiée se fait d'un acte inscrit au registre, après "
                "l'approbation du procès-verbal."
            )
        )
    if not recipient:
        raise DeliberationError(_("Écrivez à qui la copie est remise."), "recipient")
    for name, text in (("recipient", recipient), ("purpose", purpose)):
        if len(text) > LONGEST:
            raise DeliberationError(
                _("Ce texte est trop long : 300 caractères au plus."), name
            )
    today = clock.today()
    signatures = officials.signatures(body, today, Paper.COPY)
    if "secretary" not in signatures or "mayor" not in signatures:
        raise DeliberationError(
            _(
                "Personne n'exerce aujourd'hui la fonction qui certifie : complétez "
                "les mandats de l'organisation."
            )
        )
    before = transaction.savepoint(optimistic=True)
    made = CertifiedCopy(
        year=today.year,
        number=next_number(f"deliberation.copies.{body.UID()}", today.year),
        act_year=act.year,
        act_number=act.number,
        issued_on=today.isoformat(),
        issued_by=api.user.get_current().getId() or "",
        recipient=recipient,
        purpose=purpose,
        signatures=(signatures["secretary"], signatures["mayor"]),
    )
    add_copy(body, made)
    try:
        # The template tells the copy that has no file yet.
        document = generate(item, TEMPLATE, "pdf", check=False)
    except DocumentError as error:
        before.rollback()
        raise DeliberationError(error.message) from error
    name = f"{made.reference.replace('/', '-')} {document.filename}"
    return keep_copy_file(body, made, document.data, name)

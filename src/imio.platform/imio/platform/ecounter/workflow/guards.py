"""Why a request may not move on."""

from imio.platform.core.interfaces import ALLOWED
from imio.platform.core.interfaces import IGuard
from imio.platform.core.interfaces import refused
from imio.platform.core.interfaces import Verdict
from imio.platform.ecounter.content.interfaces import IRequest
from imio.platform.ecounter.processing.internal import is_complete
from imio.platform.i18n import _
from zope.component import adapter
from zope.interface import implementer


@implementer(IGuard)
@adapter(IRequest)
class RequestGuard:
    """A guard of a request."""

    def __init__(self, context):
        self.context = context

    def __call__(self) -> Verdict:
        raise NotImplementedError

    @property
    def makes_document(self) -> bool:
        procedure = self.context.procedure()
        return bool(procedure is not None and procedure.document_template)


class Submit(RequestGuard):
    """Only the submission, which judges every page and gives a number, sends."""

    def __call__(self) -> Verdict:
        if self.context.number:
            return ALLOWED
        return refused(
            _("Envoyez la demande depuis sa page « Vérifiez vos réponses ».")
        )


class Accept(RequestGuard):
    """What the service must have written is there."""

    def __call__(self) -> Verdict:
        if is_complete(self.context):
            return ALLOWED
        return refused(_("Complétez d'abord les données du service."))


class Deliver(RequestGuard):
    """There is a document to deliver."""

    def __call__(self) -> Verdict:
        if self.context.files("document"):
            return ALLOWED
        if self.makes_document:
            return refused(_("Générez d'abord le document."))
        return refused(_("Cette démarche ne délivre pas de document."))


class Close(RequestGuard):
    """A request whose document waits is not forgotten."""

    def __call__(self) -> Verdict:
        if self.makes_document and not self.context.files("document"):
            return refused(_("Générez et délivrez d'abord le document."))
        return ALLOWED

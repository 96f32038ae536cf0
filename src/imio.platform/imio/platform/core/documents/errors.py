"""Why a document cannot be made; each message is for the person who asked."""

from imio.platform.i18n import _
from zope.i18nmessageid import Message


class DocumentError(Exception):
    """A document cannot be made; ``message`` says why and what to do."""

    message: Message = _("Le document n'a pas pu être produit.")

    def __init__(self, message: Message | None = None):
        self.message = message or self.message
        super().__init__(str(self.message))


class UnknownTemplate(DocumentError):
    """No such template for this object, or not for this person."""

    message = _("Ce modèle de document n'existe pas ou n'est pas disponible ici.")


class BrokenTemplate(DocumentError):
    """The template's own text fails."""

    message = _(
        "Le modèle de document contient une erreur. "
        "Prévenez l'administrateur du site, qui la trouvera dans le journal."
    )


class PdfUnavailable(DocumentError):
    """LibreOffice is absent from this server."""

    message = _(
        "La conversion en PDF n'est pas disponible sur ce serveur : "
        "LibreOffice n'y est pas installé. "
        "Téléchargez le document au format ODT, que tout traitement de texte ouvre."
    )


class ConversionFailed(DocumentError):
    """LibreOffice did not convert the document."""

    message = _(
        "La conversion en PDF a échoué. Réessayez dans un instant, "
        "ou téléchargez le document au format ODT."
    )


class ConversionTimeout(ConversionFailed):
    """LibreOffice took too long and was stopped."""

    message = _(
        "La conversion en PDF a pris trop de temps et a été arrêtée. "
        "Réessayez dans un instant, ou téléchargez le document au format ODT."
    )

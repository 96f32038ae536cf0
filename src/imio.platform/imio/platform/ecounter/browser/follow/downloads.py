"""Files that the applicant downloads."""

from imio.platform.core.documents.errors import DocumentError
from imio.platform.core.documents.errors import PdfUnavailable
from imio.platform.core.documents.generation import generate
from imio.platform.ecounter.content.interfaces import IRequestFile
from plone import api
from plone.namedfile.utils import set_headers
from plone.namedfile.utils import stream_data
from urllib.parse import quote
from zope.i18n import translate
from zope.publisher.interfaces import NotFound

RECEIPT = "ecounter-recapitulatif"


def download_file(view, filed, file_id: str):
    """A file that she joined, or a document once it is delivered."""
    found = filed.get(file_id) if file_id else None
    if not IRequestFile.providedBy(found) or not _is_hers(filed, found):
        raise NotFound(view.context, file_id, view.request)
    return send_file(view.request, found)


def _is_hers(filed, found) -> bool:
    if found.role == "answer":
        return True
    return found.role == "document" and api.content.get_state(filed) in (
        "delivered",
        "closed",
    )


def send_file(http, found):
    """The file as an attachment, never displayed inside the site."""
    set_headers(found.file, http.response, filename=found.filename)
    http.response.setHeader("X-Content-Type-Options", "nosniff")
    http.response.setHeader("Cache-Control", "private, no-store")
    return stream_data(found.file)


def download_receipt(view, filed):
    """What was sent, as a PDF; as ODT where no PDF can be made."""
    with api.env.adopt_roles(["Applicant"]):
        try:
            made = _receipt(filed)
        except DocumentError as error:
            made, message = None, error.message
    if made is None:
        api.portal.show_message(
            translate(message, context=view.request), view.request, type="error"
        )
        return view.request.response.redirect(view.url(filed), status=303)
    response = view.request.response
    response.setHeader("Content-Type", made.content_type)
    response.setHeader(
        "Content-Disposition", f"attachment; filename*=UTF-8''{quote(made.filename)}"
    )
    response.setHeader("Cache-Control", "private, no-store")
    return made.data


def _receipt(filed):
    try:
        return generate(filed, RECEIPT, "pdf")
    except PdfUnavailable:
        return generate(filed, RECEIPT, "odt")

"""The document that a procedure delivers, made once and kept with the request."""

from imio.platform.core.documents.generation import generate
from imio.platform.ecounter.content.request import AGENT
from imio.platform.ecounter.filing.files import add_file
from imio.platform.ecounter.filing.files import DOCUMENT
from imio.platform.ecounter.filing.files import tidy_filename
from plone import api


def make_document(request, output_format: str = "pdf"):
    """Make the procedure's document and keep it, in place of an earlier one.

    :raises imio.platform.core.documents.errors.DocumentError: it cannot be made.
    """
    template = request.procedure().document_template
    made = generate(request, template, output_format)
    for earlier in request.files("document"):
        request._delObject(earlier.getId())
    kept = add_file(
        request, tidy_filename(made.filename), made.data, made.content_type, DOCUMENT
    )
    request.note("document", api.user.get_current().getId(), kept.filename, AGENT)
    return kept

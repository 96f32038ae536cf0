"""Making a document: the template rendered on an object, as ODT or PDF."""

from AccessControl import getSecurityManager
from dataclasses import dataclass
from imio.platform.core.documents.errors import UnknownTemplate
from imio.platform.core.documents.frozen import frozen_file
from imio.platform.core.documents.odt import MIMETYPE
from imio.platform.core.documents.office import office
from imio.platform.core.documents.rendering import render
from imio.platform.core.documents.templates import all_templates
from imio.platform.core.documents.templates import find_template
from Products.CMFCore.permissions import View
import re
import unicodedata

CONTENT_TYPES = {"odt": MIMETYPE, "pdf": "application/pdf"}


@dataclass(frozen=True)
class GeneratedDocument:
    """A document, ready to be sent or stored."""

    filename: str
    content_type: str
    data: bytes


@dataclass(frozen=True)
class OfferedDocument:
    """A document that the present user may make of an object."""

    id: str
    title: str
    formats: tuple[str, ...]


def generate(
    context, template_id: str, output_format: str = "pdf", check: bool = True
) -> GeneratedDocument:
    """Make the document ``template_id`` of ``context``.

    :param output_format: ``"odt"`` or ``"pdf"``.
    :param check: whether the present user must have the template's permission on
        ``context``; False where the code itself has decided (a job).
    :raises UnknownTemplate: there is none for this object, or not for this user.
    :raises BrokenTemplate: the template's text fails.
    :raises PdfUnavailable, ConversionFailed, ConversionTimeout: no PDF could be
        made, while ODT can.
    """
    template = find_template(template_id)
    if (
        template is None
        or output_format not in CONTENT_TYPES
        or output_format not in template.pod_formats
        or not template.can_be_generated(context)
        or (check and not may_generate(context, template))
    ):
        raise UnknownTemplate()
    if output_format == "pdf":
        frozen = frozen_file(context, template_id)
        if frozen is not None:
            return GeneratedDocument(frozen.filename, CONTENT_TYPES["pdf"], frozen.data)
        # Said before the work of rendering.
        office().require()
    data = render(context, template)
    filename = _filename(template.title, context.Title(), output_format)
    if output_format == "pdf":
        data = office().convert(data, filename.removesuffix(".pdf"))
    return GeneratedDocument(
        filename,
        CONTENT_TYPES[output_format],
        data,
    )


def may_generate(context, template) -> bool:
    """Whether the present user sees ``context`` and has the template's permission."""
    allowed = getSecurityManager().checkPermission
    own_permission = getattr(template, "imio_permission", View)
    return bool(allowed(View, context) and allowed(own_permission, context))


def available_templates(context) -> list[OfferedDocument]:
    """Documents that the present user may make of ``context``.

    PDF is listed only where LibreOffice is there to make it.
    """
    with_pdf = office().is_available()
    return [
        OfferedDocument(
            template.getId(),
            template.title,
            tuple(
                one
                for one in template.pod_formats
                if one in CONTENT_TYPES and (with_pdf or one != "pdf")
            ),
        )
        for template in all_templates()
        if template.can_be_generated(context) and may_generate(context, template)
    ]


def _filename(title: str, subject: str, extension: str) -> str:
    text = f"{title} - {subject}" if subject else title
    text = unicodedata.normalize("NFC", text)
    text = re.sub(r'[\x00-\x1f\x7f"\\/:*?<>|]+', " ", text)
    return f"{' '.join(text.split())[:120].strip(' .')}.{extension}"

"""Files of a request."""

from imio.platform.ecounter.rules.definition import Field
from imio.platform.ecounter.rules.kinds.files import examine
from plone.dexterity.utils import createContentInContainer
from plone.namedfile.file import NamedBlobFile
from Products.CMFCore.permissions import AccessContentsInformation
from Products.CMFCore.permissions import View
import hashlib
import re
import secrets

#: Roles of files: joined by the applicant, made by the commune.
ANSWER, DOCUMENT = "answer", "document"

STAFF = ("Request Agent", "Request Supervisor", "Request Reader", "Manager")


def tidy_filename(filename: str) -> str:
    """The name without folders, control characters or excess."""
    name = re.split(r"[\\/]", filename or "")[-1]
    name = re.sub(
        r"[\x00-\x1f\x7f\ud800-\udfff\u202a-\u202e\u2066-\u2069\"<>:|?*]", "", name
    ).strip(" .")
    stem, dot, extension = name.rpartition(".")
    if not dot:
        return name[:100] or "fichier"
    return f"{stem[:100] or 'fichier'}.{extension[:10]}"


def attach(request, field: Field, filename: str, data: bytes) -> dict:
    """Keep an upload with the request.

    :returns: how the answer names it.
    :raises Invalid: the file is refused, with the sentence to show.
    """
    filename = tidy_filename(filename)
    content_type = examine(field, filename, data)
    kept = add_file(request, filename, data, content_type, role=ANSWER)
    kept.field = field.name
    return kept.reference()


def add_file(request, filename: str, data: bytes, content_type: str, role: str):
    """Add a file to the request whoever asks; the caller has decided."""
    kept = createContentInContainer(
        request,
        "RequestFile",
        checkConstraints=False,
        id=secrets.token_hex(6),
        title=filename,
    )
    kept.file = NamedBlobFile(data=data, contentType=content_type, filename=filename)
    kept.role = role
    if role == DOCUMENT:
        _hide_until_delivered(kept)
    kept.checksum = hashlib.sha256(data).hexdigest()
    return kept


def _hide_until_delivered(kept) -> None:
    """The applicant gets a document through her own page, once it is delivered."""
    for permission in (View, AccessContentsInformation):
        kept.manage_permission(permission, STAFF, acquire=0)


def drop_unused(request) -> None:
    """Remove the uploads that no answer names any more."""
    named = {
        reference["id"]
        for value in request.answers.values()
        if isinstance(value, list)
        for reference in value
        if isinstance(reference, dict) and "id" in reference
    }
    for kept in request.files(ANSWER):
        if kept.getId() not in named:
            request._delObject(kept.getId())

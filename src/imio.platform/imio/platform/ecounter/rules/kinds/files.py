"""Attached files. The bytes lie elsewhere: an answer names them."""

from collections.abc import Mapping
from imio.platform.ecounter.rules.definition import Field
from imio.platform.ecounter.rules.errors import Invalid
from imio.platform.ecounter.rules.filetype import content_type_of
from imio.platform.ecounter.rules.filetype import EXTENSIONS
from imio.platform.ecounter.rules.filetype import names_of
from imio.platform.ecounter.rules.kinds.base import Kind
from imio.platform.ecounter.rules.message import _
from imio.platform.ecounter.rules.message import FALLBACK_LANGUAGE
from imio.platform.ecounter.rules.operations import LIST
from typing import Any

MEGABYTE = 1024 * 1024
DEFAULT_ACCEPT = ("application/pdf", "image/jpeg", "image/png")


class File(Kind):
    """Files kept with the request: ``[{"id", "filename", "size", "content_type"}]``."""

    name = "file"
    gives = LIST
    json_type = {
        "type": "array",
        "items": {
            "type": "object",
            "properties": {
                "filename": {"type": "string"},
                "data": {"type": "string", "contentEncoding": "base64"},
            },
            "required": ["filename", "data"],
        },
    }

    def normalise(self, field: Field, raw: Any) -> list[dict[str, Any]] | None:
        if not raw:
            return None
        if not isinstance(raw, list) or not all(
            isinstance(each, Mapping) and each.get("id") for each in raw
        ):
            raise Invalid(_("Joignez les fichiers l'un après l'autre."))
        most = field.limit("max_files", 1)
        if len(raw) > most:
            raise Invalid(
                _("Joignez ${max} fichier(s) au plus : retirez-en un.", max=most)
            )
        return [dict(each) for each in raw]

    def display(
        self,
        field: Field,
        value: list[Mapping[str, Any]],
        language: str = FALLBACK_LANGUAGE,
    ) -> str:
        return ", ".join(each["filename"] for each in value)

    def typed(self, field: Field, value: Any) -> Any:
        return value

    def to_json(self, value: list[Mapping[str, Any]]) -> Any:
        return [
            {key: each[key] for key in ("id", "filename", "size", "content_type")}
            for each in value
        ]


def examine(field: Field, filename: str, data: bytes) -> str:
    """What the bytes of an upload are.

    :returns: its content type, told from the bytes and not from its name.
    :raises Invalid: empty, too large, of a type not wanted or not what its name says.
    """
    if not data:
        raise Invalid(
            _(
                "Le fichier « ${name} » est vide : ouvrez-le pour vérifier son contenu, puis joignez-le à nouveau.",
                name=filename,
            )
        )
    largest = field.limit("max_size", 10 * MEGABYTE)
    if len(data) > largest:
        raise Invalid(
            _(
                "Le fichier « ${name} » est trop lourd : ${max} Mo au plus.",
                name=filename,
                max=largest // MEGABYTE,
            )
        )
    accepted = tuple(field.limit("accept", DEFAULT_ACCEPT))
    found = content_type_of(data)
    if found not in accepted:
        raise Invalid(
            _(
                "Le fichier « ${name} » n'est pas d'un type accepté. Joignez un fichier ${types}.",
                name=filename,
                types=names_of(accepted),
            )
        )
    extension = filename.rpartition(".")[2].lower() if "." in filename else ""
    if extension not in EXTENSIONS[found]:
        raise Invalid(
            _(
                "Le nom du fichier « ${name} » ne correspond pas à son contenu (${type}) : enregistrez-le à nouveau sous le bon type.",
                name=filename,
                type=names_of((found,)),
            )
        )
    return found

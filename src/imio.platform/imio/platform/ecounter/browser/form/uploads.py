"""Files that come with a page."""

from collections.abc import Iterable
from collections.abc import Mapping
from imio.platform.ecounter.browser.form.reading import as_list
from imio.platform.ecounter.filing.files import attach
from imio.platform.ecounter.filing.files import tidy_filename
from imio.platform.ecounter.rules.definition import Field
from imio.platform.ecounter.rules.errors import FieldError
from imio.platform.ecounter.rules.errors import Invalid
from imio.platform.ecounter.rules.kinds.files import examine
from imio.platform.ecounter.rules.message import _
from typing import Any


def chosen_files(form: Mapping[str, Any], name: str) -> list[tuple[str, bytes]]:
    """Name and bytes of what was chosen; an input left alone gives nothing."""
    return [
        (upload.filename, upload.read())
        for upload in as_list(form.get(name))
        if getattr(upload, "filename", "")
    ]


def receive(
    request, page: str, fields: Iterable[Field], form, answers
) -> tuple[dict, list]:
    """Keep the uploads of a page with the draft.

    :returns: the file answers by name, and what was wrong. What is right is kept
        even when something else is wrong.
    """
    kept: dict[str, list[dict]] = {}
    errors: list[FieldError] = []
    for field in fields:
        if field.kind != "file":
            continue
        removed = as_list(form.get("_remove_file"))
        references = [
            each for each in answers.get(field.name) or () if each["id"] not in removed
        ]
        most = field.limit("max_files", 1)
        for filename, data in chosen_files(form, field.name):
            try:
                if len(references) >= most:
                    raise Invalid(
                        _(
                            "Joignez ${max} fichier(s) au plus : retirez-en un.",
                            max=most,
                        )
                    )
                references.append(attach(request, field, filename, data))
            except Invalid as problem:
                errors.append(FieldError(page, field.name, problem.message))
        kept[field.name] = references
    return kept, errors


def judge_without_draft(page: str, fields: Iterable[Field], form) -> list[FieldError]:
    """What is wrong with the uploads of a first page, before there is a draft."""
    errors = []
    for field in fields:
        if field.kind == "file":
            for filename, data in chosen_files(form, field.name):
                try:
                    examine(field, tidy_filename(filename), data)
                except Invalid as problem:
                    errors.append(FieldError(page, field.name, problem.message))
    return errors

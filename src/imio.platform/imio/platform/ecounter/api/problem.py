"""Refusals as problem+json (RFC 9457), in the reader's language."""

from collections.abc import Iterable
from imio.platform.ecounter.browser.form.inputs import said
from imio.platform.ecounter.rules.errors import FieldError
from typing import Any
from zope.i18n import translate
import json


def problem(http, status: int, title: str, **more: Any) -> bytes:
    """Answer with a problem.

    :param title: a translatable sentence.
    """
    http.response.setStatus(status)
    http.response.setHeader("Content-Type", "application/problem+json")
    body = {
        "type": "about:blank",
        "status": status,
        "title": translate(title, context=http),
        **more,
    }
    return json.dumps(body, ensure_ascii=False).encode()


def field_problems(http, errors: Iterable[FieldError]) -> list[dict[str, str]]:
    """What is wrong, answer by answer."""
    return [
        {"page": error.page, "field": error.path, "detail": said(error.message, http)}
        for error in errors
    ]

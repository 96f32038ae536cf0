"""REST: a refusal of the suite as a sentence with the field it is about."""

from imio.platform.core.errors import PlatformError
from imio.platform.core.errors import RemovalRefused
from plone.rest.interfaces import IAPIRequest
from typing import Any
from zope.component import adapter
from zope.i18n import translate
import json

#: A refusal because of what the thing is now; the others are about what was sent.
CONFLICTS = (RemovalRefused,)


def problem(error: PlatformError, request, status: int | None = None) -> dict[str, Any]:
    """The answer to ``error``, with its status set: 409, or 400 by default."""
    request.response.setStatus(status or (409 if isinstance(error, CONFLICTS) else 400))
    message = translate(error.args[0] if error.args else "", context=request)
    return {
        "error": {
            "type": type(error).__name__,
            "message": message,
            "field": error.field,
        },
        "message": message,
    }


@adapter(PlatformError, IAPIRequest)
class ProblemAnswer:
    """What a caller reads when a refusal comes from below, for example a removal."""

    def __init__(self, error, request):
        self.error = error
        self.request = request

    def __call__(self) -> None:
        response = self.request.response
        body = json.dumps(problem(self.error, self.request), indent=2)
        response.setHeader("Content-Type", "application/json")
        response.setStatus(response.getStatus(), lock=1)
        response.setBody(body, lock=1)

"""REST: a body that is no JSON object is the caller's mistake, not the server's."""

from imio.platform.core.api.problem import ProblemAnswer
from imio.platform.core.errors import PlatformError
from imio.platform.i18n import _
from plone.rest.interfaces import IAPIRequest
from plone.restapi.exceptions import DeserializationError
from zope.component import adapter

MALFORMED = _(
    "Le corps de la demande n'est pas un objet JSON. Rien n'a été enregistré."
)


class MalformedBody(PlatformError):
    """The body cannot be read."""


@adapter(DeserializationError, IAPIRequest)
class MalformedAnswer(ProblemAnswer):
    """400 with a sentence, where plone.restapi would answer 500."""

    def __init__(self, _error, request):
        super().__init__(MalformedBody(MALFORMED), request)

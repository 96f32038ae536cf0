"""What the services read from a request's JSON, refused as sentences."""

from imio.platform.core.api.problem import problem
from imio.platform.core.errors import PlatformError
from imio.platform.deliberation.errors import DeliberationConflict
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.errors import StaleError
from imio.platform.i18n import _
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.deserializer import json_body
from plone.restapi.exceptions import DeserializationError
from plone.restapi.services import Service
from zope.interface import alsoProvides
import transaction

#: Refusals because of what is there now; the others are about what was sent.
CONFLICTS = (DeliberationConflict, StaleError)


class WritingService(Service):
    """Base of the services that write: ``write`` answers, or raises a refusal."""

    def reply(self):
        # A JSON body cannot come from another site's form: browsers ask CORS first.
        alsoProvides(self.request, IDisableCSRFProtection)
        before = transaction.savepoint(optimistic=True)
        try:
            return self.write(self._body())
        except PlatformError as error:
            # What was done before the refusal would be kept otherwise.
            before.rollback()
            status = 409 if isinstance(error, CONFLICTS) else None
            return problem(error, self.request, status)

    def write(self, body: dict):
        raise NotImplementedError

    def _body(self) -> dict:
        try:
            body = json_body(self.request)
        except DeserializationError as error:
            raise DeliberationError(
                _("Le corps de la requête n'est pas du JSON valable.")
            ) from error
        if not isinstance(body, dict):
            raise DeliberationError(
                _("Le corps de la requête doit être un objet JSON.")
            )
        return body


def text(body: dict, name: str) -> str:
    """A text of the body, refused when it is something else."""
    value = body.get(name, "")
    if not isinstance(value, str):
        raise DeliberationError(_("Une valeur doit être un texte."), name)
    return value


def flag(body: dict, name: str) -> bool:
    """A yes or no of the body, refused when it is something else."""
    value = body.get(name, False)
    if not isinstance(value, bool):
        raise DeliberationError(_("Écrivez true ou false."), name)
    return value


def require_fresh(given: str, present: str) -> None:
    """Refuse a change to what the caller has not read as it stands."""
    if given != present:
        raise StaleError(
            _(
                "Quelqu'un d'autre a enregistré ceci entre-temps : rien n'est modifié. "
                "Relisez, puis recommencez avec le nouveau « token »."
            ),
            "token",
        )


def texts(body: dict, name: str) -> list[str]:
    """A list of texts of the body."""
    value = body.get(name, [])
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise DeliberationError(_("Une valeur doit être une liste de textes."), name)
    return value

"""REST: what Plone refuses, said in French and with the names of the fields.

Out of its box the API answers English sentences, or the repr of a Python list. Only the
sites of the suite are spoken for: elsewhere the answer stays as it was.
"""

from collections.abc import Mapping
from imio.platform.core.errors import is_disk_full
from imio.platform.core.interfaces import ICoreLayer
from imio.platform.i18n import _
from OFS.CopySupport import CopyError
from plone.rest.errors import ErrorHandling
from plone.rest.interfaces import IAPIRequest
from typing import Any
from zExceptions import BadRequest
from zExceptions import NotFound
from zExceptions import Unauthorized
from zope.component import adapter
from zope.i18n import translate
import re

#: How plone.restapi asks for a missing key of the body.
MISSING_KEY = re.compile(r"Property '([^']+)' (?:is required|\(.*\) is required)")

NOTHING_SAVED = _("Rien n'a été enregistré.")


class Refusal(ErrorHandling):
    """Plone's answer, its sentence replaced; ``sentences`` says by which."""

    status = 0

    def __call__(self) -> None:
        if self.status and self._is_ours:
            # The first status that is locked stays.
            self.request.response.setStatus(self.status, lock=1)
        super().__call__()

    @property
    def _is_ours(self) -> bool:
        return ICoreLayer.providedBy(self.request)

    def render_exception(self, exception: Exception) -> dict[str, Any] | None:
        answer = super().render_exception(exception)
        # Nothing is answered where the caller is sent elsewhere.
        if answer is None or not self._is_ours:
            return answer
        answer.pop("traceback", None)
        return {**answer, **self.sentences(exception)}

    def sentences(self, exception: Exception) -> dict[str, Any]:
        """What replaces Plone's ``message``, with the fields where there are some."""
        raise NotImplementedError

    def said(self, message: str) -> str:
        return translate(message, context=self.request)

    def about(self, message: str, field: str = "") -> dict[str, Any]:
        """The same answer as ``problem`` gives to the suite's own refusals."""
        message = self.said(message)
        kind = type(self.context).__name__
        error = {"type": kind, "message": message, "field": field}
        return {"message": message, "error": error}


@adapter(Unauthorized, IAPIRequest)
class UnauthorizedAnswer(Refusal):
    """401, one sentence: whoever was signed in is nobody any more by now."""

    def sentences(self, exception: Exception) -> dict[str, Any]:
        return self.about(
            _(
                "Vous n'avez pas accès à ceci : connectez-vous avec un compte qui en a "
                "le droit."
            )
        )


@adapter(NotFound, IAPIRequest)
class NotFoundAnswer(Refusal):
    """404: no such content, no such service, or not by this method."""

    def sentences(self, exception: Exception) -> dict[str, Any]:
        return self.about(
            _(
                "Rien ne répond à ${method} ${url}.",
                mapping={
                    "method": self.request.method,
                    "url": self.request.get("ACTUAL_URL", self.request.getURL()),
                },
            )
        )


@adapter(CopyError, IAPIRequest)
class CopyAnswer(Refusal):
    """409: a thing cannot be moved or copied there; Plone would answer 500."""

    status = 409

    def sentences(self, exception: Exception) -> dict[str, Any]:
        return self.about(
            _("Cet élément ne peut pas être copié ou déplacé ici."), "source"
        )


@adapter(OSError, IAPIRequest)
class DiskFullAnswer(Refusal):
    """507 where the disk is full; any other error of the system stays Plone's."""

    status = 507

    @property
    def _is_ours(self) -> bool:
        return super()._is_ours and is_disk_full(self.context)

    def sentences(self, exception: Exception) -> dict[str, Any]:
        return self.about(
            _(
                "Le disque du serveur est plein : rien n'a été enregistré. Prévenez "
                "l'administrateur du site."
            )
        )


@adapter(BadRequest, IAPIRequest)
class BadRequestAnswer(Refusal):
    """400: each field with its sentence."""

    def sentences(self, exception: Exception) -> dict[str, Any]:
        told = exception.args[0] if exception.args else ""
        if isinstance(told, list):
            return self._by_field([one for one in told if isinstance(one, Mapping)])
        missing = MISSING_KEY.match(str(told))
        if missing:
            key = missing.group(1)
            return self.about(_("Donnez « ${key} ».", mapping={"key": key}), key)
        return {"error": {"type": "BadRequest", "message": str(told), "field": ""}}

    def _by_field(self, errors: list[Mapping[str, Any]]) -> dict[str, Any]:
        lines = [
            {"field": str(one.get("field", "")), "message": str(one.get("message", ""))}
            for one in errors
        ]
        told = [
            f"{line['field']} : {line['message']}" if line["field"] else line["message"]
            for line in lines
        ]
        message = " ".join([self.said(NOTHING_SAVED), " ; ".join(told)])
        first = lines[0]["field"] if lines else ""
        return {**self.about(message, first), "errors": lines}

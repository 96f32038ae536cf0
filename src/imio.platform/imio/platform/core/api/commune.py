"""REST: read the commune, change it."""

from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Mapping
from imio.platform.core.commune import commune
from imio.platform.core.commune import ICommune
from imio.platform.core.commune import PREFIX
from imio.platform.core.commune.answers import check
from imio.platform.core.commune.answers import Checked
from imio.platform.core.commune.errors import AnswerError
from imio.platform.core.commune.images import encoded
from imio.platform.core.commune.images import version
from imio.platform.core.commune.lengths import length_refusal
from imio.platform.i18n import _
from plone.protect.interfaces import IDisableCSRFProtection
from plone.registry.interfaces import IRegistry
from plone.restapi.deserializer import json_body
from plone.restapi.services import Service
from typing import Any
from zope.component import getUtility
from zope.i18n import translate
from zope.interface import alsoProvides
from zope.schema.interfaces import ValidationError

IMAGES = ("logo", "favicon")


def public_answers(site) -> dict[str, Any]:
    """Everything that is recorded of the commune; all of it is public."""
    url = site.absolute_url()
    answers = commune()
    body = {name: getattr(answers, name) for name in ICommune}
    for name in IMAGES:
        kept = body[name]
        body[name] = f"{url}/@@commune-{name}?v={version(kept)}" if kept else None
    return {"@id": f"{url}/@commune", **body, "address": answers.address}


class CommuneGet(Service):
    """Who the commune is."""

    def reply(self) -> dict[str, Any]:
        return public_answers(self.context)


class CommunePatch(Service):
    """Changes the answers that the body names, all of them or none."""

    def reply(self) -> dict[str, Any]:
        # No page of another site can send a PATCH: browsers ask CORS first.
        alsoProvides(self.request, IDisableCSRFProtection)
        checked = self._checked(json_body(self.request))
        if checked.errors:
            return self._refused(checked.errors)
        records = getUtility(IRegistry).forInterface(ICommune, prefix=PREFIX)
        for name, value in checked.values.items():
            setattr(records, name, value)
        return {
            **public_answers(self.context),
            "notices": [self._said(notice) for notice in checked.notices],
        }

    def _checked(self, body: Mapping[str, Any]) -> Checked:
        answers, errors = {}, []
        for name, value in body.items():
            try:
                answers[name] = _typed(name, value)
            except AnswerError as error:
                errors.append(error)
        checked = check(answers)
        checked.errors.extend(errors)
        return checked

    def _refused(self, errors: list[AnswerError]) -> dict[str, Any]:
        self.request.response.setStatus(400)
        return {
            "type": "BadRequest",
            "message": self._said(_("Rien n'a été enregistré.")),
            "errors": [
                {"field": error.field, "message": self._said(error.message)}
                for error in errors
            ],
        }

    def _said(self, message: str) -> str:
        return translate(message, context=self.request)


def _typed(name: str, value: Any) -> Any:
    """The JSON value as the field wants it."""
    if name not in ICommune:
        raise AnswerError(name, _("Ce champ n'existe pas."))
    field = ICommune[name]
    if value is None:
        return field.missing_value
    if name in IMAGES:
        value = _file(name, value)
    try:
        field.validate(value)
    except ValidationError as error:
        message = _("Cette valeur n'est pas du type attendu.")
        raise AnswerError(name, length_refusal(field, error) or message) from error
    return value


def _file(name: str, value: Any) -> bytes:
    try:
        return encoded(value["filename"], b64decode(value["data"], validate=True))
    except (KeyError, TypeError, Base64Error, ValueError) as error:
        message = _(
            "Donnez le nom du fichier (filename) et ses données (data, base64)."
        )
        raise AnswerError(name, message) from error

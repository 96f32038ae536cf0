"""REST: content is created as Plone does; a type refused is said in French."""

from imio.platform.core.api.problem import problem
from imio.platform.core.errors import PlatformError
from imio.platform.i18n import _
from plone import api
from plone.restapi.deserializer import json_body
from plone.restapi.services.content.add import FolderPost
from typing import Any
from zope.i18n import translate


class TypeRefused(PlatformError):
    """This kind of content is not created here."""

    field = "@type"


class ReasonedPost(FolderPost):
    """POST with ``@type``: 400 where no such type exists, 403 where it has no place."""

    def reply(self) -> dict[str, Any]:
        asked = json_body(self.request).get("@type")
        if asked and self._type(asked) is None:
            message = _("Le type « ${type} » n'existe pas.", mapping={"type": asked})
            return problem(TypeRefused(message), self.request)
        answer = super().reply()
        if self._is_about_the_type(answer):
            message = _(
                "Vous ne pouvez pas créer ici un contenu « ${type} ».",
                mapping={
                    "type": translate(self._type(asked).Title(), context=self.request)
                },
            )
            return problem(TypeRefused(message), self.request, status=403)
        return answer

    def _type(self, asked: Any):
        return api.portal.get_tool("portal_types").getTypeInfo(str(asked))

    def _is_about_the_type(self, answer: dict[str, Any]) -> bool:
        """Whether Plone refused the type, and not for example a chosen UID."""
        message = (answer.get("error") or {}).get("message", "")
        return message.startswith(("Disallowed subobject type", "Cannot create"))

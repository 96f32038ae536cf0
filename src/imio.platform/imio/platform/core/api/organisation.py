"""REST: the tree of services, and the functions held in them."""

from imio.platform.core.api.problem import problem
from imio.platform.core.errors import PlatformError
from imio.platform.core.errors import UnknownAccount
from imio.platform.core.errors import UnknownFunction
from imio.platform.core.organisation import directory
from imio.platform.core.organisation import membership
from imio.platform.core.organisation.accounts import account
from imio.platform.core.organisation.tree import Node
from imio.platform.core.organisation.tree import visible_tree
from imio.platform.i18n import _
from plone import api
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.deserializer import json_body
from plone.restapi.services import Service
from typing import Any
from zope.interface import alsoProvides
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


def holders(service_uid: str) -> dict[str, list[dict[str, str]]]:
    """Who holds each function of a service."""
    return {
        function: [
            {"id": row.id, "fullname": row.name}
            for row in map(account, membership.members(service_uid, function))
        ]
        for function in directory.functions()
    }


def _named(body: dict[str, Any], refusal: type[PlatformError]) -> str:
    """The text that ``body`` gives to the field of ``refusal``, which is raised without."""
    value = body.get(refusal.field)
    if isinstance(value, str) and value.strip():
        return value.strip()
    raise refusal(_("Donnez « ${key} », un texte.", mapping={"key": refusal.field}))


class OrganisationGet(Service):
    """GET @organisation: the services that the caller may see, nested.

    Who holds what is added for those who may manage functions.
    """

    def reply(self) -> dict[str, Any]:
        self.with_holders = api.user.has_permission(
            "imio.platform.core: Manage functions", obj=self.context
        )
        return {
            "@id": f"{self.context.absolute_url()}/@organisation",
            "functions": [
                {"key": key, "title": title}
                for key, title in directory.functions().items()
            ],
            "services": [self._service(node) for node in visible_tree(self.context)],
        }

    def _service(self, node: Node) -> dict[str, Any]:
        body = {
            "@id": node.entry.url,
            "UID": node.entry.uid,
            "id": node.entry.id,
            "title": node.entry.title,
            "services": [self._service(child) for child in node.children],
        }
        if self.with_holders:
            body["functions"] = holders(node.entry.uid)
        return body


class FunctionsGet(Service):
    """GET @functions: who holds each function of the service."""

    def reply(self) -> dict[str, Any]:
        return {
            "@id": f"{self.context.absolute_url()}/@functions",
            "functions": holders(self.context.UID()),
        }


class FunctionsPost(Service):
    """POST @functions with ``function`` and ``user``: gives the function.

    201 when it is given now, 200 when it was held already, 400 with the field.
    """

    def reply(self) -> dict[str, Any]:
        # Without a session's cookie no other site can send JSON in a person's name.
        alsoProvides(self.request, IDisableCSRFProtection)
        body = json_body(self.request)
        try:
            is_new = membership.grant(
                self.context.UID(),
                _named(body, UnknownFunction),
                _named(body, UnknownAccount),
            )
        except PlatformError as error:
            return problem(error, self.request)
        self.request.response.setStatus(201 if is_new else 200)
        return FunctionsGet.reply(self)


@implementer(IPublishTraverse)
class FunctionsDelete(Service):
    """DELETE @functions/<function>/<user>: takes the function back.

    204 when it is done, 400 without both, 404 where the person does not hold it.
    """

    def __init__(self, context, request):
        super().__init__(context, request)
        self.path: list[str] = []

    def publishTraverse(self, request, name):
        self.path.append(name)
        return self

    def reply(self) -> dict[str, Any] | None:
        alsoProvides(self.request, IDisableCSRFProtection)
        if len(self.path) != 2:
            error = PlatformError(
                _("Donnez la fonction et le compte : @functions/<fonction>/<compte>.")
            )
            return problem(error, self.request)
        function, user_id = self.path
        try:
            was_held = membership.revoke(self.context.UID(), function, user_id)
        except UnknownFunction as error:
            return problem(error, self.request, status=404)
        if not was_held:
            error = UnknownAccount(_("Cette personne n'a pas cette fonction ici."))
            return problem(error, self.request, status=404)
        return self.reply_no_content()

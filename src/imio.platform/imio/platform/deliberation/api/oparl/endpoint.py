"""/deliberations/oparl: the entry point, the lists and the objects."""

from collections.abc import Callable
from collections.abc import Iterator
from imio.platform.deliberation.api.oparl.commune import bodies
from imio.platform.deliberation.api.oparl.commune import legislative_terms
from imio.platform.deliberation.api.oparl.commune import system
from imio.platform.deliberation.api.oparl.files import files
from imio.platform.deliberation.api.oparl.meetings import agenda_items
from imio.platform.deliberation.api.oparl.meetings import locations
from imio.platform.deliberation.api.oparl.meetings import meetings
from imio.platform.deliberation.api.oparl.papers import consultations
from imio.platform.deliberation.api.oparl.papers import papers
from imio.platform.deliberation.api.oparl.people import memberships
from imio.platform.deliberation.api.oparl.people import organizations
from imio.platform.deliberation.api.oparl.people import people
from imio.platform.deliberation.api.oparl.scope import Scope
from imio.platform.deliberation.rules.oparl import asked
from imio.platform.deliberation.rules.oparl import BadFilter
from imio.platform.deliberation.rules.oparl import Entry
from imio.platform.deliberation.rules.oparl import error
from imio.platform.deliberation.rules.oparl import listing
from imio.platform.deliberation.rules.oparl import selected
from imio.platform.deliberation.rules.oparl import shown
from imio.platform.i18n import _
from Products.Five.browser import BrowserView
from zope.i18n import translate
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse
import json

SOURCES: dict[str, Callable[[Scope], Iterator[Entry]]] = {
    "body": bodies,
    "legislative-term": legislative_terms,
    "organization": organizations,
    "person": people,
    "membership": memberships,
    "meeting": meetings,
    "agenda-item": agenda_items,
    "paper": papers,
    "consultation": consultations,
    "file": files,
    "location": locations,
}


@implementer(IPublishTraverse)
class OParl(BrowserView):
    """Reads the rest of the address: a kind, then perhaps a key."""

    def __init__(self, context, request):
        super().__init__(context, request)
        self.steps: list[str] = []

    def publishTraverse(self, request, name: str):
        self.steps.append(name)
        return self

    def __call__(self) -> str:
        response = self.request.response
        response.setHeader("Content-Type", "application/json; charset=utf-8")
        # Anybody's page may read it, none with the reader's cookies.
        response.setHeader("Access-Control-Allow-Origin", "*")
        return json.dumps(self._answer(), ensure_ascii=False, indent=1)

    def _answer(self) -> dict:
        scope = Scope(self.context)
        if not self.steps:
            return system(scope)
        kind, *keys = self.steps
        if kind not in SOURCES or len(keys) > 1:
            return self._refuse(404, _("Il n'y a rien à cette adresse."))
        if keys:
            return self._object(scope, kind, keys[0])
        return self._list(scope, kind)

    def _object(self, scope: Scope, kind: str, key: str) -> dict:
        # What is public again comes before what was: one key may be both.
        found = [one for one in SOURCES[kind](scope) if one.key == key]
        if not found:
            return self._refuse(404, _("Il n'y a rien à cette adresse."))
        return shown(min(found, key=lambda one: one.is_deleted), scope.base)

    def _list(self, scope: Scope, kind: str) -> dict:
        try:
            wanted = asked(self.request.form)
        except BadFilter as refused:
            return self._refuse(
                400,
                _(
                    "Le paramètre « ${name} » ne se comprend pas : un instant s'écrit "
                    "comme 2026-07-06T12:00:00+02:00, un nombre est entier et positif.",
                    mapping={"name": refused.args[0]},
                ),
            )
        entries = selected(SOURCES[kind](scope), wanted)
        return listing(entries, wanted, scope.base, kind)

    def _refuse(self, status: int, message) -> dict:
        self.request.response.setStatus(status)
        return error(translate(message, context=self.request))

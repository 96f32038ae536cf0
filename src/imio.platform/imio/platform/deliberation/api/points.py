"""@points of a body: another application drafts a point, once however often it asks."""

from base64 import b64decode
from binascii import Error as BadBase64
from hashlib import sha256
from imio.platform.core.annexes.categories import category
from imio.platform.core.organisation import directory
from imio.platform.core.workflow.transitions import perform
from imio.platform.deliberation.api.bodies import flag
from imio.platform.deliberation.api.bodies import text
from imio.platform.deliberation.api.bodies import texts
from imio.platform.deliberation.api.bodies import WritingService
from imio.platform.deliberation.content.settings import categories_of
from imio.platform.deliberation.content.storage import items_folder
from imio.platform.deliberation.errors import DeliberationConflict
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.records.external_ids import Claim
from imio.platform.deliberation.records.external_ids import claim
from imio.platform.deliberation.records.external_ids import claimed
from imio.platform.deliberation.workflow.duplicating import require_service
from imio.platform.deliberation.workflow.lookup import find_item
from imio.platform.i18n import _
from plone import api
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent
from plone.namedfile.file import NamedBlobFile
from plone.restapi.interfaces import IDeserializeFromJson
from zExceptions import BadRequest
from zope.component import getMultiAdapter
import json

#: Keys of the request that are no fields of a point.
OURS = ("external_id", "service", "annexes", "submit")
MAX_ID = 200


class PointsPost(WritingService):
    """``{"external_id": "...", "title": "...", "service": "...", "annexes": [...]}``.

    201 with the new point; 200 with the same one for the same request again; 409
    where the identifier stands for something else.
    """

    def write(self, body: dict):
        external_id = _external_id(body)
        digest = _digest(self.context, body)
        root = self.context.aq_parent
        former = claimed(root, external_id) if external_id else None
        if former is not None:
            return _answer(self._same(former, digest))
        item = self._create(body)
        item.external_id = external_id
        if external_id:
            claim(root, external_id, Claim(item.UID(), digest))
        self._annexes(item, body.get("annexes", []))
        if flag(body, "submit"):
            perform(item, "submit")
        self.request.response.setStatus(201)
        return _answer(item)

    def _same(self, former: Claim, digest: str):
        item = find_item(former.item_uid)
        is_readable = item is not None and api.user.has_permission("View", obj=item)
        if not is_readable or former.digest != digest:
            raise DeliberationConflict(
                _(
                    "Cet identifiant externe désigne déjà un point, envoyé avec un autre "
                    "contenu ou à un autre organe."
                ),
                "external_id",
            )
        return item

    def _create(self, body: dict):
        service = _service(text(body, "service"))
        require_service(self.context, service)
        folder = items_folder(self.context)
        draft = createContent("AgendaItem").__of__(folder)
        data = {name: value for name, value in body.items() if name not in OURS}
        data["proposing_service"] = service
        if "category" in data:
            data["category"] = self._category(text(body, "category"))
        if "target_bodies" in data:
            data["target_bodies"] = self._bodies(texts(body, "target_bodies"))
        self._fill(draft, data)
        return addContentToContainer(folder, draft.aq_base, checkConstraints=False)

    def _category(self, wanted: str) -> str:
        """A category named by its UID or by its code."""
        found = (one for one in categories_of(self.context) if one.code == wanted)
        return next((one.UID() for one in found), wanted)

    def _bodies(self, wanted: list[str]) -> list[str]:
        """Bodies named by their UID or by their identifier."""
        root = self.context.aq_parent
        return [root[one].UID() if one in root.objectIds() else one for one in wanted]

    def _annexes(self, item, given) -> None:
        if not isinstance(given, list):
            raise DeliberationError(_("Une valeur doit être une liste."), "annexes")
        for position, one in enumerate(given):
            name = f"annexes.{position}"
            if not isinstance(one, dict):
                raise DeliberationError(_("Une annexe est un objet JSON."), name)
            self._annex(item, one, name)

    def _annex(self, item, given: dict, name: str) -> None:
        file = NamedBlobFile(_content(given, name), filename=text(given, "filename"))
        draft = createContent("Annex", file=file).__of__(item)
        kind = category(text(given, "category") or "document")
        data = {
            "title": text(given, "title") or None,
            "category": kind.key,
            "confidential": flag(given, "confidential") or kind.confidential,
        }
        self._fill(draft, data, f"{name}.")
        addContentToContainer(item, draft.aq_base, checkConstraints=False)

    def _fill(self, draft, data: dict, prefix: str = "") -> None:
        """Set the fields as the edit form would, or refuse with the field at fault."""
        deserializer = getMultiAdapter((draft, self.request), IDeserializeFromJson)
        try:
            deserializer(validate_all=True, data=data, create=True)
        except BadRequest as error:
            first = error.args[0][0]
            field = first.get("field", "")
            raise DeliberationError(
                first["message"], f"{prefix}{field}" if field else ""
            ) from error


def _answer(item) -> dict:
    return {
        "@id": item.absolute_url(),
        "uid": item.UID(),
        "external_id": item.external_id or None,
        "title": item.title,
        "state": api.content.get_state(item),
    }


def _external_id(body: dict) -> str:
    value = text(body, "external_id").strip()
    if len(value) > MAX_ID:
        raise DeliberationError(
            _("L'identifiant externe compte 200 caractères au plus."), "external_id"
        )
    return value


def _digest(body, sent: dict) -> str:
    """Of the body the point is for and of all that was sent."""
    words = json.dumps([body.UID(), sent], sort_keys=True)
    return sha256(words.encode()).hexdigest()


def _service(wanted: str) -> str:
    """A service named by its UID or by its identifier."""
    entries = directory.services(include_closed=True)
    return next((entry.uid for entry in entries if entry.id == wanted), wanted)


def _content(given: dict, name: str) -> bytes:
    try:
        return b64decode(text(given, "data"), validate=True)
    except (BadBase64, ValueError) as error:
        raise DeliberationError(
            _("Le contenu du fichier doit être encodé en base64."), f"{name}.data"
        ) from error

"""A draft of one's own made from a point that one reads."""

from imio.platform.core.annexes.listing import annexes
from imio.platform.deliberation.content.interfaces import IAgendaItem
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.settings import same_category
from imio.platform.deliberation.content.vocabularies import my_services
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.workflow.cloning import clone
from imio.platform.deliberation.workflow.cloning import give_annexes
from imio.platform.deliberation.workflow.cloning import texts_of
from imio.platform.deliberation.workflow.links import COPIED
from imio.platform.deliberation.workflow.public_text import readable_html
from imio.platform.deliberation.workflow.public_text import reads_personal_data
from imio.platform.deliberation.workflow.public_text import TEXTS
from imio.platform.i18n import _
from plone import api
from plone.app.textfield import RichTextValue
from plone.autoform.interfaces import READ_PERMISSIONS_KEY
from plone.supermodel.utils import mergedTaggedValueDict
from zope.component import getUtility
from zope.security.interfaces import IPermission

ADD = "imio.platform.deliberation: Add agenda item"

#: Who brings the point and where it goes are the new draft's own.
OWN = {"origin": "service", "proposed_by": None, "handed_in_on": None}


def bodies_to_draft_in() -> list:
    """The bodies in which the present user may draft, by title."""
    brains = api.content.find(portal_type="DeliberativeBody", sort_on="sortable_title")
    found = (brain.getObject() for brain in brains)
    return [body for body in found if may_draft(body)]


def may_draft(body) -> bool:
    """Whether the present user may draft points for a body."""
    return bool(api.user.has_permission(ADD, obj=body))


def duplicate(
    item, body, service: str, title: str = "", linked: bool = True, annexed: bool = True
):
    """A draft in ``body`` for a service of the present user.

    It holds what that user may read of ``item``, and nothing else.

    :param service: UID of the proposing service.
    :param title: another title; empty keeps the point's.
    :raises DeliberationError: nothing was made, for the reason given.
    """
    if body is None or not may_draft(body):
        raise DeliberationError(
            _("Choisissez un organe pour lequel vous rédigez."), "body"
        )
    require_service(body, service)
    if len(title) > IAgendaItem["title"].max_length:
        raise DeliberationError(_("L'objet compte 300 caractères au plus."), "title")
    fields = {**_readable(item), **_own(item), "proposing_service": service}
    targets = fields.get("target_bodies") or []
    fields["target_bodies"] = [uid for uid in targets if uid != body.UID()]
    if body.UID() != body_of(item).UID():
        fields["category"] = same_category(item, body)
    if title:
        fields["title"] = title
    made = clone(item, body, COPIED if linked else "", **fields)
    if annexed:
        give_annexes(made, annexes(item))
    return made


def require_service(body, service: str) -> None:
    """Refuse a service for which the present user does not draft in ``body``."""
    if service not in {term.value for term in my_services(body)}:
        raise DeliberationError(
            _("Choisissez un service pour lequel vous rédigez."), "service"
        )


def _own(item) -> dict:
    own = {name: value for name, value in OWN.items() if name in IAgendaItem}
    if item.kind == "minutes_approval":
        own["kind"] = "decision"
    return own


def _readable(item) -> dict:
    """What the present user may read of a point, masked as he reads it."""
    permissions = mergedTaggedValueDict(IAgendaItem, READ_PERMISSIONS_KEY)
    values = {}
    for name, value in texts_of(item).items():
        if name in permissions and not _may(permissions[name], item):
            value = IAgendaItem[name].default
        elif name in TEXTS and not reads_personal_data(item):
            html = readable_html(item, name)
            value = RichTextValue(html, "text/html", "text/x-html-safe")
        values[name] = value
    return values


def _may(permission_id: str, item) -> bool:
    title = getUtility(IPermission, name=permission_id).title
    return bool(api.user.has_permission(title, obj=item))

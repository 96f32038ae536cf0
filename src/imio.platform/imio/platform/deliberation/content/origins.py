"""Where a point comes from, and what its form refuses (CDLD L1122-24)."""

from imio.platform.core import clock
from imio.platform.core.organisation import mandates
from imio.platform.i18n import _
from plone.app.uuid.utils import uuidToObject
from zope.i18nmessageid import Message
from zope.interface import Invalid

COUNCILLOR = "councillor"


def check_origin(data) -> None:
    """A councillor's point names a councillor, outside the college.

    :raises Invalid: with the sentence for the form.
    """
    handed_in = getattr(data, "handed_in_on", None)
    if handed_in is not None and handed_in > clock.today():
        raise Invalid(_("La date de remise au bourgmestre est dans le futur."))
    if getattr(data, "origin", None) != COUNCILLOR:
        return
    uid = getattr(data, "proposed_by", None)
    if not uid:
        raise Invalid(_("Dites quel membre du conseil propose ce point."))
    author = uuidToObject(uid, unrestricted=True)
    person = author.__parent__ if author is not None else None
    if person is not None and sits_in_college(person.UID()):
        raise Invalid(
            Message(
                _(
                    "${name} siège au collège : le droit d'ajouter un point appartient "
                    "aux autres membres du conseil (CDLD, art. L1122-24). Si le collège "
                    "propose ce point, changez son origine."
                ),
                mapping={"name": person.title},
            )
        )


def sits_in_college(person_uid: str) -> bool:
    """Whether a person is a member of the college today."""
    found = mandates.active_mandates(body="college")
    return any(one.person_uid == person_uid for one in found)

"""What a public decision leads to: earlier ones, and the regulations it adopts."""

from dataclasses import dataclass
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.meeting import meeting_day
from imio.platform.deliberation.content.publication import PLACE
from imio.platform.deliberation.rules.french_dates import long_date
from imio.platform.deliberation.workflow.lookup import find_item
from imio.platform.deliberation.workflow.lookup import meeting_of
from imio.platform.deliberation.workflow.public_record import anybody_may_view
from imio.platform.i18n import _


@dataclass(frozen=True)
class PublicLink:
    """Where a decision leads, and why."""

    reason: str
    title: str
    url: str


def links_of(item) -> list[PublicLink]:
    """What anybody may open from a point."""
    return [*_regulations(item), *_earlier(item)]


def _regulations(item) -> list[PublicLink]:
    body = body_of(item)
    if PLACE not in body.objectIds():
        return []
    return [
        PublicLink(_("Texte publié"), one.title, one.absolute_url())
        for one in body[PLACE].objectValues()
        if getattr(one, "decided_by", None) == item.UID() and anybody_may_view(one)
    ]


def _earlier(item) -> list[PublicLink]:
    """The point that this one takes up again, where the public may read it."""
    earlier = find_item(getattr(item, "predecessor", "") or "")
    if earlier is None or not anybody_may_view(earlier):
        return []
    meeting = meeting_of(earlier)
    day = f", {long_date(meeting_day(meeting))}" if meeting is not None else ""
    return [
        PublicLink(
            _("Point précédent"), f"{earlier.title}{day}", earlier.absolute_url()
        )
    ]

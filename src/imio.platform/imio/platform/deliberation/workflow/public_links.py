"""What a public decision leads to: the regulations it adopts, earlier and later points."""

from dataclasses import dataclass
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.meeting import meeting_day
from imio.platform.deliberation.content.publication import PLACE
from imio.platform.deliberation.rules.french_dates import long_date
from imio.platform.deliberation.workflow import links
from imio.platform.deliberation.workflow.lookup import meeting_of
from imio.platform.deliberation.workflow.public_record import anybody_may_view
from imio.platform.i18n import _

#: Ties that mean something to the public: a copy is a way of writing.
TOLD = (links.POSTPONED, links.DELAYED, links.SENT)


@dataclass(frozen=True)
class PublicLink:
    """Where a decision leads, and why."""

    reason: str
    title: str
    url: str


def links_of(item) -> list[PublicLink]:
    """What anybody may open from a point."""
    return [*_regulations(item), *_earlier(item), *_later(item)]


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
    """The point that this one takes up again."""
    if item.comes_by not in TOLD:
        return []
    return _point(links.FROM[item.comes_by], links.predecessor(item))


def _later(item) -> list[PublicLink]:
    """The points that took this one up again."""
    return [
        link
        for kind in TOLD
        for one in links.successors(item, kind)
        for link in _point(links.TO[kind], one)
    ]


def _point(reason: str, item) -> list[PublicLink]:
    """A link to a point, where anybody may read it."""
    if item is None or not anybody_may_view(item):
        return []
    meeting = meeting_of(item)
    day = f", {long_date(meeting_day(meeting))}" if meeting is not None else ""
    return [PublicLink(reason, f"{item.title}{day}", item.absolute_url())]

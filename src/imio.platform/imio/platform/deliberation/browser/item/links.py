"""@@item-links: where a point comes from and what followed it, on its page."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.workflow.links import FROM
from imio.platform.deliberation.workflow.links import predecessor
from imio.platform.deliberation.workflow.links import successors
from imio.platform.deliberation.workflow.links import TO
from imio.platform.deliberation.workflow.lookup import meeting_of
from imio.platform.deliberation.workflow.projection import state_title
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18n import translate


@dataclass(frozen=True)
class Link:
    """A point tied to this one, that the reader may open.

    :param direction: ``"predecessor"`` or ``"successor"``.
    :param kind: how one came from the other, see ``workflow.links``.
    """

    direction: str
    kind: str
    relation: str
    title: str
    url: str
    body: str
    meeting: str
    state_title: str


def links_of(item) -> list[Link]:
    """The points tied to ``item`` that the present user may see, the origin first."""
    found = [(predecessor(item), item.comes_by, "predecessor", FROM)]
    found += [(one, one.comes_by, "successor", TO) for one in successors(item)]
    return [
        _link(other, kind, direction, titles)
        for other, kind, direction, titles in found
        if other is not None and api.user.has_permission("View", obj=other)
    ]


def _link(other, kind: str, direction: str, titles: Mapping) -> Link:
    meeting = meeting_of(other)
    known = meeting is not None and api.user.has_permission("View", obj=meeting)
    return Link(
        direction=direction,
        kind=kind,
        relation=translate(titles.get(kind, ""), target_language="fr"),
        title=other.title,
        url=other.absolute_url(),
        body=body_of(other).title,
        meeting=meeting.Title() if known else "",
        state_title=state_title(other) if not api.user.is_anonymous() else "",
    )


class ItemLinks(BrowserView):
    """A fragment of page; empty where nothing is tied that the reader may see."""

    template = ViewPageTemplateFile("links.pt")

    def __call__(self) -> str:
        return self.template() if self.links else ""

    @cached_property
    def links(self) -> list[Link]:
        return links_of(self.context)

"""Publication that is planned: before its day and after its end a page is not there.

Plone leaves such a page out of lists and searches; whoever knows its address still
reads it. Here nobody does, but those who write or review it.
"""

from DateTime import DateTime
from imio.platform.core.clock import now
from imio.platform.website.interfaces import IWebsiteLayer
from imio.platform.website.workflow.dates import OURS
from plone import api
from plone.dexterity.interfaces import IDexterityContent
from plone.rest.traverse import RESTWrapper
from Products.CMFCore.permissions import AddPortalContent
from Products.CMFCore.permissions import ModifyPortalContent
from Products.CMFCore.permissions import ReviewPortalContent
from zope.component import adapter
from zope.publisher.interfaces import NotFound
from ZPublisher.interfaces import IPubAfterTraversal

#: Who prepares pages may see them at any time.
PREPARING = (ModifyPortalContent, ReviewPortalContent, AddPortalContent)


def planned_for(content) -> DateTime | None:
    """The instant at which ``content`` comes on line, if it is ahead."""
    begins = content.effective_date
    return begins if begins is not None and begins > _present() else None


def ended_at(content) -> DateTime | None:
    """The instant at which ``content`` left the site, if it is past."""
    ends = content.expiration_date
    return ends if ends is not None and ends <= _present() else None


@adapter(IPubAfterTraversal)
def keep_to_the_plan(event) -> None:
    """Answer that nothing is there, whatever is asked of the page or inside it.

    :raises NotFound: the visitor comes too early or too late.
    """
    request = event.request
    if not IWebsiteLayer.providedBy(request):
        return
    parents = request.get("PARENTS", [])
    for depth, parent in enumerate(parents):
        content = parent.context if isinstance(parent, RESTWrapper) else parent
        if _is_out_of_time(content) and not _may_prepare(content):
            # The page that says so is drawn around the nearest object left.
            del parents[: depth + 1]
            raise NotFound(parents[0], content.getId(), request)


def _is_out_of_time(content) -> bool:
    if not IDexterityContent.providedBy(content):
        return False
    if not (planned_for(content) or ended_at(content)):
        return False
    chain = api.portal.get_tool("portal_workflow").getChainFor(content)
    return bool(OURS.intersection(chain))


def _may_prepare(content) -> bool:
    return any(
        api.user.has_permission(permission, obj=place)
        for permission, place in zip(
            PREPARING, (content, content, content.__parent__), strict=True
        )
    )


def _present() -> DateTime:
    return DateTime(now().isoformat())

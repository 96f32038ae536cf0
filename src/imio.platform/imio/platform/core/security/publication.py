"""What may not be seen answers by no road.

Some of Plone's pages ask for another permission than View: the sharing page and the
contents page for what a web editor has on the whole site, the history for what its
authors have. Who writes the web site's pages would read the title, the people and the
comments of a file that is closed to them.
"""

from AccessControl import getSecurityManager
from imio.platform.core.annexes.interfaces import IAnnex
from imio.platform.core.interfaces import IComputedRoles
from imio.platform.core.interfaces import ICoreLayer
from Products.CMFCore.interfaces import IContentish
from zExceptions import Unauthorized
from zope.component import adapter
from ZPublisher.interfaces import IPubAfterTraversal

#: Pages of the suite say themselves whom they are for: some receive who follows a code.
OWN_PACKAGE = "imio.platform."


@adapter(IPubAfterTraversal)
def require_view(event) -> None:
    """Refuse Plone's pages and services of a file to whoever may not see the file.

    :raises Unauthorized: where View is missing.
    """
    request = event.request
    if not ICoreLayer.providedBy(request):
        return
    content = _content(request)
    if content is None or not _is_protected(content) or _is_ours(request):
        return
    if not getSecurityManager().checkPermission("View", content):
        raise Unauthorized(content.getId())


def _content(request):
    """The content whose page or service was asked for."""
    for parent in request.get("PARENTS", ()):
        # The API wraps what it goes through.
        found = getattr(parent, "context", parent)
        if IContentish.providedBy(found):
            return found
    return None


def _is_protected(content) -> bool:
    """Whether the content, or what it lies in, follows a policy of the suite."""
    return IAnnex.providedBy(content) or any(
        IComputedRoles.providedBy(parent) for parent in content.aq_chain
    )


def _is_ours(request) -> bool:
    published = request["PUBLISHED"]
    page = getattr(published, "__self__", published)
    return any(kind.__module__.startswith(OWN_PACKAGE) for kind in type(page).__mro__)

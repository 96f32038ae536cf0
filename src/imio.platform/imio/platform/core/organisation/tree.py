"""The tree of services as a reader may see it."""

from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import field
from imio.platform.core.content.interfaces import IOrganisation
from imio.platform.core.organisation import directory
from imio.platform.core.organisation.directory import ServiceEntry
from plone import api
from Products.CMFCore.interfaces import ISiteRoot


@dataclass
class Node:
    """A service with its sub-services."""

    entry: ServiceEntry
    children: list["Node"] = field(default_factory=list)


def organisation_of(context):
    """The organisation around ``context``, or the site where there is none."""
    return next(
        parent
        for parent in context.aq_chain
        if IOrganisation.providedBy(parent) or ISiteRoot.providedBy(parent)
    )


def visible_tree(context, include_closed: bool = False) -> list[Node]:
    """Services below ``context`` that the present user may see, nested.

    A sub-service of a service that stays hidden is shown where that one would be.
    """
    visible = {
        brain.UID
        for brain in api.portal.get_tool("portal_catalog")(
            portal_type="Service", path="/".join(context.getPhysicalPath())
        )
    }
    return nested(context, lambda entry: entry.uid in visible, include_closed)


def nested(
    context, shown: Callable[[ServiceEntry], bool], include_closed: bool
) -> list[Node]:
    """The services strictly below ``context`` that are ``shown``, nested."""
    prefix = "/".join(context.getPhysicalPath()) + "/"
    roots: list[Node] = []
    branch: list[Node] = []
    for entry in directory.services(include_closed):
        if not entry.path.startswith(prefix) or not shown(entry):
            continue
        while branch and not entry.path.startswith(f"{branch[-1].entry.path}/"):
            branch.pop()
        node = Node(entry)
        (branch[-1].children if branch else roots).append(node)
        branch.append(node)
    return roots


def flattened(nodes: list[Node], depth: int = 0) -> list[tuple[int, Node]]:
    """The nodes one after the other with their depth."""
    lines = []
    for node in nodes:
        lines.append((depth, node))
        lines.extend(flattened(node.children, depth + 1))
    return lines

"""The annexes of a container, for whoever looks."""

from AccessControl import getSecurityManager
from imio.platform.core.annexes.interfaces import IAnnex


def annexes(container) -> list:
    """Annexes that the present user may see, in order."""
    may_view = getSecurityManager().checkPermission
    return [annex for annex in all_annexes(container) if may_view("View", annex)]


def all_annexes(container) -> list:
    """Annexes of the container, whoever looks, in order."""
    return [one for one in container.objectValues() if IAnnex.providedBy(one)]


def move(container, annex_id: str, delta: int) -> None:
    """Move an annex by ``delta`` places among the annexes, -1 for one up."""
    ids = [one.getId() for one in all_annexes(container)]
    position = ids.index(annex_id)
    target = max(0, min(len(ids) - 1, position + delta))
    if target == position:
        return
    ordering = container.getOrdering()
    goal = ordering.getObjectPosition(ids[target])
    ordering.moveObjectToPosition(annex_id, goal)

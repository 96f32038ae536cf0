"""Where a point comes from, and which points were made from it."""

from imio.platform.deliberation.workflow.lookup import find_item
from imio.platform.i18n import _

POSTPONED = "postponed"
DELAYED = "delayed"
SENT = "sent"
COPIED = "copied"

#: How a point names the one it was made from.
FROM = {
    POSTPONED: _("Reporté d'une séance précédente"),
    DELAYED: _("Remis à plus tard, repris de"),
    SENT: _("Envoyé par un autre organe"),
    COPIED: _("Copie de"),
}

#: How a point names those that were made from it.
TO = {
    POSTPONED: _("Reporté, repris dans"),
    DELAYED: _("Remis à plus tard, repris dans"),
    SENT: _("Envoyé à un autre organe"),
    COPIED: _("Copié dans"),
}


def tie(item, origin, kind: str) -> None:
    """Note on both that ``item`` was made from ``origin``."""
    item.predecessor = origin.UID()
    item.comes_by = kind
    origin.successors = (*origin.successors, item.UID())


def predecessor(item):
    """The point it was made from, whoever asks, or ``None``."""
    return find_item(item.predecessor)


def successors(item, kind: str = "") -> list:
    """The points made from it that still exist, oldest first, whoever asks."""
    found = (find_item(uid) for uid in item.successors)
    return [
        one for one in found if one is not None and (not kind or one.comes_by == kind)
    ]

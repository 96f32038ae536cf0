"""How a meeting is held, and what its convocation must say of it (CDLD L6511-1 to -3)."""

from imio.platform.i18n import _
from zope.interface import Invalid

PHYSICAL = "physical"

MODES = {
    PHYSICAL: _("En présence"),
    "hybrid": _("En présence et à distance"),
    "remote": _("À distance"),
}

#: What a meeting that is not held in one room owes its members.
OWED = {
    "mode_reason": _(
        "Une réunion à distance est l'exception : écrivez ce qui la justifie, la "
        "convocation le reprend (CDLD, art. L6511-1)."
    ),
    "mode_tool": _(
        "Dites avec quel outil la réunion à distance se tient (CDLD, art. L6511-2)."
    ),
    "mode_connection": _(
        "Dites comment se connecter à la réunion à distance (CDLD, art. L6511-2)."
    ),
}


def lacking_of(meeting) -> str:
    """What the meeting's mode still wants said, or an empty string."""
    if (getattr(meeting, "mode", None) or PHYSICAL) == PHYSICAL:
        return ""
    for name, sentence in OWED.items():
        if not (getattr(meeting, name, None) or "").strip():
            return sentence
    return ""


def check_mode(data) -> None:
    """The same for a form.

    :raises Invalid: with the sentence.
    """
    lacking = lacking_of(data)
    if lacking:
        raise Invalid(lacking)

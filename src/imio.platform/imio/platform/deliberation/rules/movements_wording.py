"""Comings and goings as minutes word them."""

from collections.abc import Mapping
from imio.platform.deliberation.rules.presence import Movements

VERBS = {
    "left": ("quitte la séance", "quittent la séance"),
    "entered": ("entre en séance", "entrent en séance"),
    "apart": ("ne participe pas à ce point", "ne participent pas à ce point"),
    "again": ("reprend part à la séance", "reprennent part à la séance"),
}


def sentences(
    found: Movements, names: Mapping[str, str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Sentences to print before and after the point.

    :param names: name of each member.
    """
    return _side(found, names, "before"), _side(found, names, "after")


def _side(found: Movements, names: Mapping[str, str], side: str) -> tuple[str, ...]:
    said = []
    for move, (singular, plural) in VERBS.items():
        members = getattr(found, f"{move}_{side}", ())
        if members:
            who = enumeration([names[member] for member in members])
            said.append(f"{who} {singular if len(members) == 1 else plural}.")
    return tuple(said)


def enumeration(words: list[str]) -> str:
    """``"Anne, Luc et Samira"``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} et {words[-1]}"

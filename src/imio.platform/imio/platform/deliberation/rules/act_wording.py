"""How an act opens, decides and closes, as Walloon communes write it."""

import re

#: Verbs in capitals with which secretaries open the operative part themselves.
VERBS = (
    "DÉCIDE",
    "DECIDE",
    "ARRÊTE",
    "ARRETE",
    "APPROUVE",
    "ADOPTE",
    "PREND ACTE",
    "PREND CONNAISSANCE",
    "ÉMET",
    "DÉSIGNE",
    "NOMME",
    "AUTORISE",
    "ATTRIBUE",
    "MARQUE",
    "REFUSE",
)

#: The verb by what the body decided.
OPERATIVE = {
    "adopted": "DÉCIDE :",
    "adopted_amended": "DÉCIDE :",
    "refused": "REJETTE la proposition suivante :",
    "noted": "PREND ACTE de ce qui suit :",
}


def opening(body: str, preset: str, is_closed: bool) -> str:
    """``"Le Conseil communal, siégeant en séance publique,"``.

    Only the council sits in public: of the others nothing is said.
    """
    sitting = ""
    if preset == "council":
        sitting = (
            ", siégeant à huis clos" if is_closed else ", siégeant en séance publique"
        )
    return f"{with_article(body)}{sitting},"


def operative(outcome: str, decision: str) -> str:
    """The verb before the operative part; empty where the text says it itself.

    :param decision: the operative part, as HTML.
    """
    start = re.sub(r"<[^>]*>|&nbsp;", " ", decision).split("\n")[0].strip()
    if start.upper().startswith(VERBS):
        return ""
    return OPERATIVE.get(outcome, "")


def closing(body: str) -> str:
    """``"Par le Conseil communal,"``."""
    return f"Par {with_article(body, capital=False)},"


def with_article(body: str, capital: bool = True) -> str:
    """``"Le Collège communal"``, ``"La Commission des travaux"``, ``"L'Assemblée"``."""
    if body[:1].lower() in "aeéèêhiouy":
        article = "L'"
    elif body.lower().startswith(("commission", "régie", "zone", "cellule")):
        article = "La "
    else:
        article = "Le "
    words = f"{article}{body}"
    return words if capital else f"{words[:1].lower()}{words[1:]}"

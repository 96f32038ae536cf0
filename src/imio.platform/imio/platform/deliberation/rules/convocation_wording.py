"""What a second and a third convocation must say (CDLD L1122-17)."""

RANKS = {2: "Deuxième convocation", 3: "Troisième convocation"}

SECOND = (
    "La présente convocation est la deuxième, le quorum n'ayant pas été atteint "
    "à la séance précédente."
)

#: The third convocation of the council reproduces the law's own text.
THIRD_OF_COUNCIL = (
    "La présente convocation est la troisième. Le conseil peut, s'il a été "
    "convoqué deux fois sans s'être trouvé en nombre compétent, délibérer, après "
    "une nouvelle et dernière convocation, quel que soit le nombre des membres "
    "présents, sur les objets mis pour la troisième fois à l'ordre du jour "
    "(CDLD, art. L1122-17)."
)


def rank_title(rank: int) -> str:
    """``"Deuxième convocation"``; empty for a first one."""
    return RANKS.get(rank, "")


def rank_note(rank: int, body: str, quorum_source: str) -> str:
    """The mention that the convocation owes to its rank; empty for a first one.

    :param body: id of the body's preset; only the council has the CDLD's text.
    :param quorum_source: where the body's quorum comes from, as presets word it.
    """
    if rank == 2:
        return SECOND
    if rank != 3:
        return ""
    if body == "council":
        return THIRD_OF_COUNCIL
    return (
        "La présente convocation est la troisième : les points mis pour la troisième "
        "fois à l'ordre du jour sont décidés quel que soit le nombre des membres "
        f"présents ({quorum_source})."
    )

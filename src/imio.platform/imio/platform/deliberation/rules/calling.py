"""In which order members are called to vote aloud (CDLD L1122-27)."""

from collections.abc import Sequence


def calling_order(
    voters: Sequence[str], chair: str | None, chair_last: bool
) -> list[str]:
    """Voters by precedence, the chair last where the law says so.

    :param voters: members who may vote, by precedence.
    :param chair: who chairs, ``None`` when nobody does.
    """
    if not chair_last or chair not in voters:
        return list(voters)
    return [*(voter for voter in voters if voter != chair), str(chair)]

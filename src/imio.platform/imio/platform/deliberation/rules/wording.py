"""How minutes word a vote (CDLD L1122-27, -28)."""

from imio.platform.deliberation.rules.ballot import Method
from imio.platform.deliberation.rules.ballot import Tally


def vote_sentence(tally: Tally, method: Method) -> str:
    """The opening of the operative part, without final punctuation.

    "Unanimity" is said only when every member who could vote said yes:
    an abstention is not a yes.
    """
    if tally.total == 0:
        return ""
    secret = method is Method.SECRET
    opening = "Au scrutin secret, " if secret else ""
    if tally.no == 0 and tally.abstain == 0:
        words = "à l'unanimité"
        return f"{opening}{words}" if secret else _capital(words)
    words = f"par {_counts(tally)}"
    return f"{opening}{words}" if secret else _capital(words)


def _counts(tally: Tally) -> str:
    parts = [
        _count(tally.yes, "voix pour", "voix pour"),
        _count(tally.no, "voix contre", "voix contre"),
        _count(tally.abstain, "abstention", "abstentions"),
    ]
    said = [part for part in parts if part]
    if len(said) == 1:
        return said[0]
    return f"{', '.join(said[:-1])} et {said[-1]}"


def _count(number: int, singular: str, plural: str) -> str:
    if number == 0:
        return ""
    return f"une {singular}" if number == 1 else f"{number} {plural}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]

"""How minutes word a vote (CDLD L1122-27, -28)."""

from collections.abc import Mapping
from collections.abc import Sequence
from imio.platform.deliberation.rules.ballot import Method
from imio.platform.deliberation.rules.ballot import Tally
from imio.platform.deliberation.rules.ballot import Vote

NOBODY: Mapping[Vote, Sequence[str]] = {}


def vote_sentence(
    tally: Tally, method: Method, names: Mapping[Vote, Sequence[str]] = NOBODY
) -> str:
    """The opening of the operative part, without final punctuation.

    "Unanimity" is said only when every member who could vote said yes:
    an abstention is not a yes.

    :param names: who voted against and who abstained, named in the minutes
        (CDLD L1122-28); never in a secret ballot.
    """
    if tally.total == 0:
        return ""
    secret = method is Method.SECRET
    opening = "Au scrutin secret, " if secret else ""
    if tally.yes == tally.total:
        words = "à l'unanimité"
        return f"{opening}{words}" if secret else _capital(words)
    words = f"par {_counts(tally, NOBODY if secret else names)}"
    return f"{opening}{words}" if secret else _capital(words)


def rounds_sentence(rounds: Sequence[tuple[str, str]]) -> str:
    """Every vote on a point, without final punctuation.

    :param rounds: what was put to the vote, empty where it goes without saying, and
        the vote in words.
    """
    told = [(label, sentence) for label, sentence in rounds if sentence]
    return ". ".join(
        f"{label} : {sentence[:1].lower()}{sentence[1:]}" if label else sentence
        for label, sentence in told
    )


def _counts(tally: Tally, names: Mapping[Vote, Sequence[str]]) -> str:
    against, abstaining = names.get(Vote.NO, ()), names.get(Vote.ABSTAIN, ())
    parts = [
        _count(tally.yes, "voix pour", "voix pour"),
        _named(_count(tally.no, "voix contre", "voix contre"), against),
        _named(_count(tally.abstain, "abstention", "abstentions"), abstaining),
        papers(tally.blank),
    ]
    said = [part for part in parts if part]
    if len(said) == 1:
        return said[0]
    return f"{', '.join(said[:-1])} et {said[-1]}"


def _count(number: int, singular: str, plural: str) -> str:
    if number == 0:
        return ""
    return f"une {singular}" if number == 1 else f"{number} {plural}"


def papers(number: int) -> str:
    """Blank and void papers in words."""
    if number == 0:
        return ""
    return (
        "un bulletin blanc ou nul"
        if number == 1
        else f"{number} bulletins blancs ou nuls"
    )


def _named(words: str, names: Sequence[str]) -> str:
    return f"{words} ({', '.join(names)})" if words and names else words


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]

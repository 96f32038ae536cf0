"""Budget and accounts are voted as a whole (CDLD L1122-26).

A member may ask for a separate vote on some articles. The vote on the whole comes
after those, and bears on the articles that nobody parted and those adopted apart.
"""

from dataclasses import dataclass
from imio.platform.deliberation.rules.violations import RuleViolation


@dataclass(frozen=True)
class ArticleVote:
    """A separate vote on an article of the budget or of the accounts.

    :param asked_by: the member who asked for it, by name.
    """

    article: str
    asked_by: str


def check_article(vote: ArticleVote, whole_is_voted: bool) -> None:
    """Whether a separate vote on an article may be held now.

    :raises RuleViolation: it names no article or nobody, or the whole is voted.
    """
    if not vote.article:
        raise RuleViolation("article_wanted", "article")
    if not vote.asked_by:
        raise RuleViolation("article_asked_by_nobody", "asked_by")
    if whole_is_voted:
        raise RuleViolation("whole_already_voted", "article")


def article_words(vote: ArticleVote) -> str:
    """What is put to the vote apart, as minutes tell it."""
    return f"Article {vote.article}, voté séparément à la demande de {vote.asked_by}"

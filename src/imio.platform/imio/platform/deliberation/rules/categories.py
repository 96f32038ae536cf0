"""What a point's category settles: the sitting and the ballot.

Questions of persons are always dealt with behind closed doors (CDLD L1122-21).
Presentations of candidates, nominations, placing on leave, preventive suspension and
disciplinary sanctions are always voted by secret ballot (CDLD L1122-27). What the law
does not impose, the category only proposes.
"""

from dataclasses import dataclass

PUBLIC = "public"
CLOSED = "closed"


@dataclass(frozen=True)
class CategoryRules:
    """What a body says of the points of a category.

    :param about_persons: its points are questions of persons.
    :param wants_secret_ballot: its points are among those of L1122-27.
    :param privacy: sitting proposed for a new point.
    :param secret_ballot: ballot proposed for a new point.
    """

    about_persons: bool = False
    wants_secret_ballot: bool = False
    privacy: str = PUBLIC
    secret_ballot: bool = False


@dataclass(frozen=True)
class Settled:
    """The sitting and the ballot of a point, and which of them the law imposes."""

    privacy: str
    secret_ballot: bool
    privacy_is_imposed: bool = False
    ballot_is_imposed: bool = False


def settle(
    rules: CategoryRules | None, privacy: str, secret_ballot: bool, is_new: bool = False
) -> Settled:
    """The sitting and the ballot of a point in a category.

    :param rules: ``None`` for a point without category.
    :param privacy: what the point says now.
    :param is_new: whether the category's proposals still apply: they only ever close
        the doors or the ballot, so that nothing chosen on purpose is opened.
    """
    if rules is None:
        return Settled(privacy, secret_ballot)
    closes = rules.about_persons or (is_new and rules.privacy == CLOSED)
    hides = rules.wants_secret_ballot or (is_new and rules.secret_ballot)
    return Settled(
        privacy=CLOSED if closes else privacy,
        secret_ballot=secret_ballot or hides,
        privacy_is_imposed=rules.about_persons,
        ballot_is_imposed=rules.wants_secret_ballot,
    )

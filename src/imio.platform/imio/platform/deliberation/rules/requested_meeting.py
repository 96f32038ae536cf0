"""A council called by its members, and how often it meets (CDLD L1122-11, L1122-12).

The college calls the council at the request of a third of the members in function,
of a quarter where it met fewer than ten times the year before; fractions are rounded
up. The points of those who ask come first.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class RequestRules:
    """How often a body meets, and who may have it called.

    :param yearly: meetings that a year must have.
    :param share: one member in this many, after a year that had them.
    :param share_after_few: one in this many, after a year that had fewer.
    """

    yearly: int
    share: int
    share_after_few: int
    source: str


COUNCIL_REQUEST = RequestRules(
    yearly=10, share=3, share_after_few=4, source="CDLD, art. L1122-11 et L1122-12"
)


@dataclass(frozen=True)
class MeetingRequest:
    """Who asks for a meeting, against how many must.

    :param requesters: members in function who ask.
    :param in_function: members in function.
    :param last_year: meetings held the year before; ``None`` where that is unknown.
    """

    requesters: int
    in_function: int
    last_year: int | None
    rules: RequestRules

    @property
    def had_few(self) -> bool:
        """Whether the year before is known to have had too few meetings."""
        return self.last_year is not None and self.last_year < self.rules.yearly

    @property
    def needed(self) -> int:
        """Members who must ask, rounded up."""
        share = self.rules.share_after_few if self.had_few else self.rules.share
        return -(-self.in_function // share)

    @property
    def is_enough(self) -> bool:
        return self.requesters > 0 and self.requesters >= self.needed


@dataclass(frozen=True)
class YearOfMeetings:
    """The meetings of a body in a year."""

    year: int
    held: int
    to_come: int
    needed: int

    @property
    def is_short(self) -> bool:
        """Whether those held and planned do not make the year's number."""
        return self.held + self.to_come < self.needed

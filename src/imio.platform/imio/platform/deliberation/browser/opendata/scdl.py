"""@@decisions.csv: the public decisions of a body, for whoever wants to reuse them."""

from collections.abc import Iterator
from imio.platform.core.rules.spreadsheet import as_csv
from imio.platform.deliberation.content.meeting import meeting_day
from imio.platform.deliberation.content.settings import category_of
from imio.platform.deliberation.content.vocabularies import meetings_of
from imio.platform.deliberation.records.ballots import last_ballot
from imio.platform.deliberation.rules.scdl import cells
from imio.platform.deliberation.rules.scdl import COLUMNS
from imio.platform.deliberation.rules.scdl import DecisionRow
from imio.platform.deliberation.rules.scdl import VoteFigures
from imio.platform.deliberation.workflow.lookup import find_item
from imio.platform.deliberation.workflow.projection import lines
from imio.platform.deliberation.workflow.publicity import decisions_are_public
from plone import api
from Products.Five.browser import BrowserView


class DecisionsCsv(BrowserView):
    """The public copy, whoever asks: the closed sitting is never in it."""

    def __call__(self) -> bytes:
        response = self.request.response
        response.setHeader("Content-Type", "text/csv; charset=utf-8")
        response.setHeader("Access-Control-Allow-Origin", "*")
        response.setHeader(
            "Content-Disposition",
            f"attachment; filename=decisions-{self.context.getId()}.csv",
        )
        return as_csv(
            [COLUMNS, *(cells(row) for row in public_decisions(self.context))]
        )


def public_decisions(body) -> Iterator[DecisionRow]:
    """The decisions published, the oldest meeting first."""
    authority = api.portal.get().title
    for meeting in meetings_of(body):
        if not decisions_are_public(meeting):
            continue
        for line in lines(meeting, public_only=True):
            if line.outcome:
                yield _row(authority, meeting, line)


def _row(authority: str, meeting, line) -> DecisionRow:
    category = category_of(find_item(line.uid))
    matter = {}
    if category is not None and category.matter:
        matter = {"matter": category.matter, "matter_name": category.title}
    return DecisionRow(
        **matter,
        authority=authority,
        id=line.uid,
        day=meeting_day(meeting),
        title=line.title,
        url=meeting.absolute_url(),
        vote=_figures(last_ballot(meeting, line.uid)),
    )


def _figures(ballot) -> VoteFigures | None:
    if ballot is None:
        return None
    tally = ballot.tally
    return VoteFigures(
        members=ballot.in_function,
        voting=tally.yes + tally.no + tally.abstain,
        yes=tally.yes,
        no=tally.no,
        abstain=tally.abstain,
    )

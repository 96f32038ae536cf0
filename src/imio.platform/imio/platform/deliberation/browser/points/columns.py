"""Columns and facets of points whose values are titled by the body."""

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from imio.platform.core.browser.dashboard.columns import Column
from imio.platform.core.browser.dashboard.facets import Facet
from imio.platform.core.browser.dashboard.facets import StateFacet
from plone import api
from typing import Any


@dataclass(frozen=True)
class PointStateFacet(StateFacet):
    """States by the words of a point's life: other types share their names."""

    def term_title(self, value, view) -> str:
        return view.titles.state(value, "AgendaItem")


@dataclass(frozen=True)
class CategoryFacet(Facet):
    def term_title(self, value, view) -> str:
        return view.categories.get(value, "")


@dataclass(frozen=True)
class CategoryColumn(Column):
    def text(self, brain, view) -> str:
        return view.categories.get(self.value(brain), "")


@dataclass(frozen=True)
class MeetingFacet(Facet):
    """Meetings, by their titles."""

    def term_title(self, value, view) -> str:
        return view.meetings[value].Title if value in view.meetings else ""


@dataclass(frozen=True)
class YearFacet(Facet):
    """Years of the meetings on whose agendas the points are."""

    def offered(self, found) -> list[tuple[Any, int]]:
        years: dict[int, int] = {}
        meetings = self.meetings()
        for uid, number in super().offered(found):
            if uid in meetings:
                year = meetings[uid]
                years[year] = years.get(year, 0) + number
        return list(years.items())

    def query(self, values: Sequence[str]) -> Mapping[str, Any]:
        wanted = set(values)
        chosen = [uid for uid, year in self.meetings().items() if str(year) in wanted]
        return {self.index_name: chosen or [""]}

    @staticmethod
    def meetings() -> dict[str, int]:
        """Year of each meeting that the reader may see, by its UID."""
        return {
            brain.UID: brain.meeting_date.year
            for brain in api.content.find(portal_type="Meeting")
        }


@dataclass(frozen=True)
class MeetingColumn(Column):
    """Day of the meeting on whose agenda the point is; leads there."""

    def text(self, brain, view) -> str:
        meeting = view.meetings.get(self.value(brain))
        return meeting.meeting_date.strftime("%d/%m/%Y") if meeting else ""

    def url(self, brain, view) -> str:
        meeting = view.meetings.get(self.value(brain))
        return meeting.getURL() if meeting else ""

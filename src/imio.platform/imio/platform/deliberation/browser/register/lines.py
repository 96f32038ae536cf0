"""The acts of a register as its readers see them."""

from dataclasses import dataclass
from dataclasses import replace
from imio.platform.core.organisation import directory
from imio.platform.deliberation.content.vocabularies import OUTCOMES
from imio.platform.deliberation.records.register import acts
from imio.platform.deliberation.rules.french_dates import long_date
from imio.platform.deliberation.rules.register import Act
from imio.platform.deliberation.rules.register import matches
from imio.platform.deliberation.workflow.lookup import find_items
from plone import api
from zope.i18n import translate


@dataclass(frozen=True)
class ActLine:
    """An act in a list.

    :param url: of the point it comes from; empty where the reader may not open it.
    :param file_url: of its PDF; empty until it is made.
    """

    number: int
    reference: str
    day: str
    iso_day: str
    title: str
    url: str
    service: str
    outcome: str
    is_closed: bool
    sha256: str
    kilobytes: int
    file_url: str


def act_lines(body, year: int, query: str = "") -> list[ActLine]:
    """The acts of a year that match a search, the latest first."""
    services = {entry.uid: entry.title for entry in directory.services(True)}
    found = [
        act
        for act in reversed(acts(body, year))
        if matches(act, query, services.get(act.service, ""))
    ]
    return [_line(body, act, services) for act in found]


def with_links(body, shown: list[ActLine], year: int) -> list[ActLine]:
    """The same, each with the address of its point: asked for one page only."""
    by_number = {act.number: act.item for act in acts(body, year)}
    items = find_items(by_number[line.number] for line in shown)
    return [
        replace(line, url=_url(items.get(by_number[line.number]))) for line in shown
    ]


def _url(item) -> str:
    if item is None or not api.user.has_permission("View", obj=item):
        return ""
    return item.absolute_url()


def _line(body, act: Act, services: dict[str, str]) -> ActLine:
    file_url = (
        f"{body.absolute_url()}/@@register-act?year={act.year}&number={act.number}"
    )
    return ActLine(
        number=act.number,
        reference=act.reference,
        day=long_date(act.date),
        iso_day=act.day,
        title=act.title,
        url="",
        service=services.get(act.service, ""),
        outcome=translate(OUTCOMES.get(act.outcome, ""), target_language="fr"),
        is_closed=act.is_closed,
        sha256=act.sha256,
        kilobytes=-(-act.size // 1024),
        file_url=file_url if act.has_file else "",
    )

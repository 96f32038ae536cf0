"""A point found, in the words that the page and the feeds show."""

from dataclasses import dataclass
from datetime import datetime
from imio.platform.core.clock import BRUSSELS
from imio.platform.deliberation.browser.public.words import excerpt
from imio.platform.deliberation.browser.public.words import kind_words
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.meeting import meeting_day
from imio.platform.deliberation.content.vocabularies import OUTCOMES
from imio.platform.deliberation.rules.french_dates import long_date
from imio.platform.deliberation.workflow.finding import Finding
from imio.platform.deliberation.workflow.public_text import public_html
from imio.platform.deliberation.workflow.publicity import decisions_are_public
from zope.i18n import translate


@dataclass(frozen=True)
class Found:
    """One result.

    :param outcome_title: empty for a project.
    """

    uid: str
    title: str
    url: str
    excerpt: str
    body: str
    day: str
    kind: str
    outcome: str
    outcome_title: str
    updated: datetime

    @property
    def is_decision(self) -> bool:
        return bool(self.outcome)


def found(finding: Finding) -> Found:
    """What anybody may read of a point found."""
    item = finding.item
    meeting = finding.meeting
    outcome = item.outcome if decisions_are_public(meeting) else ""
    return Found(
        uid=finding.brain.UID,
        title=item.title,
        url=finding.url,
        excerpt=_excerpt(item) if finding.is_readable else "",
        body=body_of(meeting).title,
        day=long_date(meeting_day(meeting)),
        kind=_text(kind_words(item.kind)),
        outcome=outcome,
        outcome_title=_text(OUTCOMES.get(outcome, "")),
        updated=max(_changed(item), _changed(meeting)),
    )


def _excerpt(item) -> str:
    for name in ("synthesis_note", "decision", "motivation"):
        words = excerpt(public_html(getattr(item, name)))
        if words:
            return words
    return ""


def _changed(context) -> datetime:
    return context.modified().asdatetime().astimezone(BRUSSELS)


def _text(message) -> str:
    return translate(message, target_language="fr") if message else ""

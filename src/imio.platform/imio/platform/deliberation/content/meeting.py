"""A meeting; its agenda, attendance and votes are records beside its fields."""

from datetime import date
from datetime import datetime
from datetime import timezone
from imio.platform.core.clock import BRUSSELS
from imio.platform.deliberation.content.interfaces import IDeliberativeBody
from imio.platform.deliberation.content.interfaces import IMeeting
from imio.platform.deliberation.rules.french_dates import long_date
from plone.dexterity.content import Container
from zope.interface import implementer


@implementer(IMeeting)
class Meeting(Container):
    """Titled by its body and its date, never typed twice."""

    # No type annotations in these classes: ``__annotations__`` is where the
    # records of an object are kept, and those of the class would be found first.

    #: Instants noted by the workflow.
    convened_at = None
    opened_at = None
    closed_at = None
    #: Day on which its minutes were made available to the members.
    minutes_available_on = None
    #: UID of the quorumless meeting that this one puts again.
    puts_again = ""

    @property
    def title(self) -> str:
        """What the id is made of; readers are shown ``Title``."""
        return f"Séance du {long_date(meeting_day(self))}" if self.date else ""

    @title.setter
    def title(self, value) -> None:
        """Ignored: forms and imports may send a title, the date decides."""

    def Title(self) -> str:
        """The body and the date: two bodies may sit on the same day."""
        body = body_of(self)
        if body is None or self.date is None:
            return self.title
        return f"{body.title} du {long_date(meeting_day(self))}"

    @property
    def date(self) -> datetime | None:
        return self.__dict__.get("_date")

    @date.setter
    def date(self, value: datetime | None) -> None:
        self._date = storable(value) if value is not None else None


def body_of(context):
    """The body that a meeting or a point belongs to."""
    for parent in context.aq_chain:
        if IDeliberativeBody.providedBy(parent):
            return parent
    return None


def storable(moment: datetime) -> datetime:
    """The instant at Brussels' clock with a fixed offset: the database keeps no zone.

    One without offset is read as Brussels' own.
    """
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=BRUSSELS)
    local = moment.astimezone(BRUSSELS)
    return local.replace(tzinfo=timezone(local.utcoffset()))


def meeting_start(meeting) -> datetime:
    """The meeting's instant, aware, in Brussels."""
    return meeting.date.astimezone(BRUSSELS)


def meeting_day(meeting) -> date:
    """The meeting's day in Belgium."""
    return meeting_start(meeting).date()

"""The daily work."""

from imio.platform.core.jobs import periodic
from imio.platform.deliberation.reminders.advices import remind_of_advices
from imio.platform.deliberation.reminders.meetings import remind_of_meetings
from imio.platform.i18n import _

REMINDERS_JOB = "imio.platform.deliberation.reminders"


@periodic(REMINDERS_JOB, _("Rappels des échéances des séances et des avis"), at="06:30")
def remind(site, period: str) -> None:
    """Mail what is due today."""
    remind_of_advices()
    remind_of_meetings()

"""The suite's clock: legal days are days in Brussels."""

from datetime import date
from datetime import datetime
from imio.platform.core.interfaces import IClock
from zoneinfo import ZoneInfo
from zope.component import queryUtility
from zope.interface import implementer

BRUSSELS = ZoneInfo("Europe/Brussels")


@implementer(IClock)
class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        return datetime.now(BRUSSELS)


def now() -> datetime:
    """The present instant, aware, in Europe/Brussels."""
    return (queryUtility(IClock) or SystemClock()).now()


def today() -> date:
    """The present day in Belgium."""
    return now().date()

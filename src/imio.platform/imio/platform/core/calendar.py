"""The commune's legal calendar, as its settings describe it."""

from collections.abc import Iterable
from collections.abc import Iterator
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from imio.platform.core.clock import BRUSSELS
from imio.platform.core.clock import now
from imio.platform.core.rules.calendar import calendar_of
from imio.platform.core.rules.calendar import LegalCalendar
from imio.platform.core.rules.local_days import InvalidLocalDay
from imio.platform.core.rules.local_days import LocalDay
from imio.platform.core.rules.local_days import parse_local_day
from imio.platform.i18n import _
from plone.registry.interfaces import IRegistry
from zope import schema
from zope.component import queryUtility
from zope.interface import Interface
from zope.schema import ValidationError
import logging

logger = logging.getLogger(__name__)

PREFIX = "imio.platform.calendar"


class NotADay(ValidationError):
    __doc__ = _(
        "Écrivez le jour et le mois, par exemple « 27/09 Fête de la Communauté "
        "française » ; ajoutez l'année si le congé n'a lieu qu'une fois, par "
        "exemple « 02/01/2026 Pont »."
    )


def is_local_day(text: str) -> bool:
    """Constraint of the field: a day as ``parse_local_day`` reads it."""
    try:
        parse_local_day(text)
    except InvalidLocalDay as error:
        raise NotADay(text) from error
    return True


class ICalendarSettings(Interface):
    """Registry records under ``imio.platform.calendar``."""

    local_days = schema.List(
        title=_("Jours de congé propres à la commune"),
        description=_(
            "Un jour par ligne : « 27/09 Fête de la Communauté française » revient "
            "chaque année, « 02/01/2026 Pont » n'a lieu qu'une fois. Les jours "
            "fériés légaux belges sont déjà comptés."
        ),
        value_type=schema.TextLine(constraint=is_local_day),
        default=[],
        missing_value=[],
        required=False,
    )

    saturday_counts = schema.Bool(
        title=_("Le samedi est un jour ouvrable"),
        description=_(
            "À cocher si la commune compte le samedi dans les délais en jours "
            "ouvrables. Les délais en jours francs n'en dépendent pas."
        ),
        default=False,
        required=False,
    )


def legal_calendar() -> LegalCalendar:
    """The calendar of the present site; Belgium's own where it has no settings."""
    registry = queryUtility(IRegistry)
    if registry is None:
        return LegalCalendar()
    settings = registry.forInterface(ICalendarSettings, prefix=PREFIX, check=False)
    return calendar_of(
        _readable(settings.local_days or ()), bool(settings.saturday_counts)
    )


def _readable(texts: Iterable[str]) -> Iterator[LocalDay]:
    """The days that can be read.

    The page refuses others, but the registry keeps no constraint: a record imported
    with a wrong day must not stop every page that counts days.
    """
    for text in texts:
        try:
            yield parse_local_day(text)
        except InvalidLocalDay:
            logger.warning("%s.local_days holds no day: %r", PREFIX, text)


def end_of(day: date) -> datetime:
    """The first instant after ``day`` in Brussels: a term that ends on it is over."""
    return datetime.combine(day + timedelta(days=1), time.min, tzinfo=BRUSSELS)


def is_over(limit: date, at: datetime | None = None) -> bool:
    """Whether a term whose last day is ``limit`` has run out.

    It is still open at 23:59 of that day and over the next.

    :param at: an aware instant; the present one by default.
    """
    return (at or now()) >= end_of(limit)

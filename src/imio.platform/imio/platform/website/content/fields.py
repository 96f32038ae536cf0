"""Fields that hold hours and rows as plain data, the same in a form and in REST."""

from imio.platform.website.rules.rows import Column
from imio.platform.website.rules.rows import read_rows
from imio.platform.website.rules.rows import RowsError
from imio.platform.website.rules.schedule_data import read_closures
from imio.platform.website.rules.schedule_data import read_week
from imio.platform.website.rules.schedule_data import ScheduleError
from zope.interface import implementer
from zope.schema import Field
from zope.schema import ValidationError
from zope.schema.interfaces import IField


class InvalidRows(ValidationError):
    """Says what is wrong in the person's words; ``problems`` says where."""

    def __init__(self, error: RowsError | ScheduleError):
        super().__init__(str(error))
        self.problems = error.problems

    def doc(self):
        return self.args[0]


class IWeek(IField):
    """The hours of the seven days of a week."""


class IRows(IField):
    """Rows of plain text under named columns."""


class IClosures(IRows):
    """Rows of exceptional closures."""


@implementer(IWeek)
class Week(Field):
    """A dictionary of days; see ``rules.schedule_data``."""

    _type = dict

    def _validate(self, value):
        super()._validate(value)
        try:
            read_week(value)
        except ScheduleError as error:
            raise InvalidRows(error) from error


@implementer(IRows)
class Rows(Field):
    """A list of dictionaries of text with the names of ``columns``."""

    _type = (list, tuple)

    def __init__(self, columns: tuple[Column, ...] = (), **options):
        self.columns = columns
        super().__init__(**options)

    def _validate(self, value):
        super()._validate(value)
        self.read(value)

    def read(self, value) -> list[dict[str, str]]:
        """The rows as they are to be stored.

        :raises InvalidRows: with every row that is wrong.
        """
        try:
            return read_rows(self.columns, value)
        except RowsError as error:
            raise InvalidRows(error) from error


@implementer(IClosures)
class Closures(Rows):
    """Days when the service is exceptionally closed."""

    def read(self, value) -> list[dict[str, str]]:
        rows = super().read(value)
        try:
            read_closures(rows)
        except ScheduleError as error:
            raise InvalidRows(error) from error
        return rows

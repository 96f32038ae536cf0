"""The hours of a week in a form: two spans and a remark a day, without JavaScript.

Groups are not fieldsets: Plone turns those of an edit form into tabs.
"""

from dataclasses import dataclass
from imio.platform.website.content.fields import InvalidRows
from imio.platform.website.content.fields import IWeek
from imio.platform.website.rules import wording
from imio.platform.website.rules.schedule import Day
from imio.platform.website.rules.schedule import DAYS
from imio.platform.website.rules.schedule_data import DAY_NAMES
from imio.platform.website.rules.schedule_data import read_week
from imio.platform.website.rules.schedule_data import ScheduleError
from imio.platform.website.rules.schedule_data import week_data
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from z3c.form.browser.widget import HTMLFormElement
from z3c.form.converter import BaseDataConverter
from z3c.form.interfaces import IFieldWidget
from z3c.form.interfaces import IFormLayer
from z3c.form.interfaces import INPUT_MODE
from z3c.form.interfaces import IWidget
from z3c.form.interfaces import NO_VALUE
from z3c.form.widget import FieldWidget
from z3c.form.widget import Widget
from zope.component import adapter
from zope.interface import implementer

#: Names of a day's inputs; the first four hold hours.
INPUTS = ("opens1", "closes1", "opens2", "closes2", "comment")


class IWeekWidget(IWidget):
    """Edits the hours of a week."""


@dataclass(frozen=True)
class DayRow:
    """A day as the form shows it; ``problem`` stands next to its inputs."""

    key: str
    name: str
    values: dict[str, str]
    hours: str
    problem: str


@implementer(IWeekWidget)
class WeekWidget(HTMLFormElement, Widget):
    """Its value is what was typed: for each day, text by input."""

    klass = "week-widget"
    _input = ViewPageTemplateFile("week.pt")
    _display = ViewPageTemplateFile("week_display.pt")

    def render(self):
        return self._input() if self.mode == INPUT_MODE else self._display()

    def extract(self, default=NO_VALUE):
        if f"{self.name}-marker" not in self.request:
            return default
        return {
            key: {
                name: str(self.request.get(self.input_name(key, name), "")).strip()
                for name in INPUTS
            }
            for key in DAYS
        }

    def input_name(self, day: str, name: str) -> str:
        return f"{self.name}.{day}.{name}"

    def input_id(self, day: str, name: str) -> str:
        return self.input_name(day, name).replace(".", "-")

    def days(self) -> list[DayRow]:
        typed = self.value or {}
        problems = self._problems()
        return [
            DayRow(
                key=key,
                name=DAY_NAMES[key],
                values=typed.get(key) or dict.fromkeys(INPUTS, ""),
                hours=self._hours(typed.get(key)),
                problem=problems.get(key, ""),
            )
            for key in DAYS
        ]

    def _problems(self):
        if not self.error:
            return {}
        try:
            read_week(_stored(self.value or {}))
        except ScheduleError as error:
            return error.problems
        return {}

    def _hours(self, typed) -> str:
        try:
            day = read_week({"monday": _stored_day(typed)})[0] if typed else Day()
        except ScheduleError:
            return ""
        hours = wording.spans(day.spans)
        return f"{hours} ({day.comment})" if day.comment else hours


@adapter(IWeek, IFormLayer)
@implementer(IFieldWidget)
def week_field_widget(field, request):
    return FieldWidget(field, WeekWidget(request))


@adapter(IWeek, IWeekWidget)
class WeekConverter(BaseDataConverter):
    """From what is stored to what is typed, and back with the reason if wrong."""

    def toWidgetValue(self, value):
        try:
            week = read_week(value)
        except ScheduleError:
            week = (Day(),) * 7
        return {key: _typed(day) for key, day in zip(DAYS, week, strict=True)}

    def toFieldValue(self, value):
        try:
            week = read_week(_stored(value))
        except ScheduleError as error:
            raise InvalidRows(error) from error
        return week_data(week) if any(d.spans or d.comment for d in week) else None


def _typed(day: Day) -> dict[str, str]:
    texts = dict.fromkeys(INPUTS, "")
    for rank, span in enumerate(day.spans, 1):
        texts[f"opens{rank}"] = span.opens.strftime("%H:%M")
        texts[f"closes{rank}"] = span.closes.strftime("%H:%M")
    texts["comment"] = day.comment
    return texts


def _stored(typed) -> dict:
    return {key: _stored_day(day) for key, day in typed.items()}


def _stored_day(day) -> dict:
    pairs = [[day[f"opens{rank}"], day[f"closes{rank}"]] for rank in (1, 2)]
    return {
        "spans": [pair for pair in pairs if any(pair)],
        "comment": day["comment"],
    }

"""The operations of expressions, with the type of what they take and give.

An absent value (a question that does not apply, or left empty) is ``None``: it
equals nothing, is neither before nor after anything, and a sum with it is absent.
"""

from calendar import monthrange
from collections.abc import Callable
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import timedelta
from imio.platform.ecounter.rules.errors import ExpressionError
from imio.platform.ecounter.rules.message import _
from typing import Any
import operator

Run = Callable[[Any], Any]

#: Types: what an expression gives. ``any`` fits everything.
TEXT, NUMBER, BOOLEAN, DATE, LIST, ANY = "text", "number", "bool", "date", "list", "any"


@dataclass(frozen=True)
class Operation:
    """One operation: ``build`` makes its function from those of its terms.

    ``takes_names`` tells that its terms are names and not expressions. ``takes``
    is the type of every term (``same``: all alike), ``gives`` that of the result.
    """

    build: Callable[..., Run]
    least: int
    most: int | None
    gives: str
    takes: str = ANY
    takes_names: bool = False

    def accepts(self, number: int) -> bool:
        return number >= self.least and (self.most is None or number <= self.most)


def _compare(test: Callable[[Any, Any], bool]) -> Callable[[Run, Run], Run]:
    def build(left: Run, right: Run) -> Run:
        def run(environment: Any) -> bool:
            one, other = left(environment), right(environment)
            if one is None or other is None:
                return False
            try:
                return test(one, other)
            except TypeError:
                return False

        return run

    return build


def _eq(left: Run, right: Run) -> Run:
    def run(environment: Any) -> bool:
        one, other = left(environment), right(environment)
        return one is not None and other is not None and one == other

    return run


def _not(term: Run) -> Run:
    return lambda environment: not term(environment)


def _ne(left: Run, right: Run) -> Run:
    return _not(_eq(left, right))


def _in(item: Run, group: Run) -> Run:
    def run(environment: Any) -> bool:
        value, values = item(environment), group(environment)
        if value is None or values is None or isinstance(values, str):
            return False
        if isinstance(value, list | tuple):
            return any(each in values for each in value)
        return value in values

    return run


def _and(*terms: Run) -> Run:
    return lambda environment: all(term(environment) for term in terms)


def _or(*terms: Run) -> Run:
    return lambda environment: any(term(environment) for term in terms)


def is_empty(value: Any) -> bool:
    """Nothing was answered. ``False`` and zero are answers."""
    return value is None or value == "" or value == [] or value == {}


def _count(term: Run) -> Run:
    return lambda environment: len(term(environment) or ())


def _arithmetic(function: Callable[[Any, Any], Any]) -> Callable[..., Run]:
    def build(*terms: Run) -> Run:
        def run(environment: Any) -> Any:
            values = [term(environment) for term in terms]
            if any(value is None for value in values):
                return None
            total = values[0]
            for value in values[1:]:
                total = function(total, value)
            return total

        return run

    return build


def _sum(rows: str, column: str) -> Run:
    def run(environment: Any) -> Any:
        values = [row.get(column) for row in environment.look_up(rows) or ()]
        return sum(value for value in values if value is not None)

    return run


def add_months(day: date, number: int) -> date:
    """Same day of the month, or its last day when the month is shorter."""
    months = day.year * 12 + day.month - 1 + number
    year, month = divmod(months, 12)
    month += 1
    return day.replace(
        year=year, month=month, day=min(day.day, monthrange(year, month)[1])
    )


def _date_add(start: Run, number: Run, unit: Run) -> Run:
    def run(environment: Any) -> date | None:
        day, amount, kind = start(environment), number(environment), unit(environment)
        if day is None or amount is None:
            return None
        if kind == "working_days":
            return environment.facts.calendar.add_working_days(day, int(amount))
        if kind == "months":
            return add_months(day, int(amount))
        return day + timedelta(days=int(amount))

    return run


def _age(born: Run) -> Run:
    def run(environment: Any) -> int | None:
        day = born(environment)
        if day is None:
            return None
        today = environment.facts.today
        return today.year - day.year - ((today.month, today.day) < (day.month, day.day))

    return run


def _day(text: str) -> Run:
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise ExpressionError(
            _("« ${text} » n'est pas une date (AAAA-MM-JJ).", text=text)
        ) from error
    return lambda environment: day


def _var(name: str) -> Run:
    def run(environment: Any) -> Any:
        value = environment.look_up(name)
        return value.date() if isinstance(value, datetime) else value

    return run


def _part(name: str, part: str) -> Run:
    """One piece of a composed answer, such as the postcode of an address."""

    def run(environment: Any) -> Any:
        value = environment.look_up(name)
        return value.get(part) if isinstance(value, Mapping) else None

    return run


def _commune(name: str) -> Run:
    if name not in COMMUNE:
        raise ExpressionError(_("La commune n'a pas de « ${name} ».", name=name))
    return lambda environment: environment.facts.commune.get(name)


def _user(attribute: str) -> Run:
    if attribute == "level":
        return lambda environment: environment.facts.person.level
    return lambda environment: environment.facts.person.attributes.get(attribute)


#: What an expression may ask of the commune.
COMMUNE = ("postal_codes",)

OPERATIONS: Mapping[str, Operation] = {
    "and": Operation(_and, 1, None, BOOLEAN, BOOLEAN),
    "or": Operation(_or, 1, None, BOOLEAN, BOOLEAN),
    "not": Operation(_not, 1, 1, BOOLEAN, BOOLEAN),
    "eq": Operation(_eq, 2, 2, BOOLEAN, "same"),
    "ne": Operation(_ne, 2, 2, BOOLEAN, "same"),
    "lt": Operation(_compare(operator.lt), 2, 2, BOOLEAN, "same"),
    "le": Operation(_compare(operator.le), 2, 2, BOOLEAN, "same"),
    "gt": Operation(_compare(operator.gt), 2, 2, BOOLEAN, "same"),
    "ge": Operation(_compare(operator.ge), 2, 2, BOOLEAN, "same"),
    "in": Operation(_in, 2, 2, BOOLEAN),
    "not_in": Operation(lambda item, group: _not(_in(item, group)), 2, 2, BOOLEAN),
    "empty": Operation(
        lambda term: lambda environment: is_empty(term(environment)), 1, 1, BOOLEAN
    ),
    "count": Operation(_count, 1, 1, NUMBER),
    "sum": Operation(_sum, 2, 2, NUMBER, takes_names=True),
    "add": Operation(_arithmetic(operator.add), 2, None, NUMBER, NUMBER),
    "sub": Operation(_arithmetic(operator.sub), 2, 2, NUMBER, NUMBER),
    "mul": Operation(_arithmetic(operator.mul), 2, None, NUMBER, NUMBER),
    "date_add": Operation(_date_add, 3, 3, DATE),
    "age": Operation(_age, 1, 1, NUMBER, DATE),
    "today": Operation(lambda: lambda environment: environment.facts.today, 0, 0, DATE),
    "now": Operation(lambda: lambda environment: environment.facts.now, 0, 0, DATE),
    "date": Operation(_day, 1, 1, DATE, takes_names=True),
    "var": Operation(_var, 1, 1, ANY, takes_names=True),
    "part": Operation(_part, 2, 2, TEXT, takes_names=True),
    "option": Operation(
        lambda name: lambda environment: environment.facts.options.get(name),
        1,
        1,
        ANY,
        takes_names=True,
    ),
    "user": Operation(_user, 1, 1, ANY, takes_names=True),
    "commune": Operation(_commune, 1, 1, LIST, takes_names=True),
}

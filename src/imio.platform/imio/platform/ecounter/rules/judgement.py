"""Judging the answers of one page."""

from imio.platform.ecounter.rules.definition import Check
from imio.platform.ecounter.rules.definition import Field
from imio.platform.ecounter.rules.definition import Page
from imio.platform.ecounter.rules.errors import FieldError
from imio.platform.ecounter.rules.errors import Invalid
from imio.platform.ecounter.rules.errors import InvalidParts
from imio.platform.ecounter.rules.kinds import KINDS
from imio.platform.ecounter.rules.kinds.moments import in_words
from imio.platform.ecounter.rules.message import _
from imio.platform.ecounter.rules.message import in_language
from imio.platform.ecounter.rules.message import LocalText
from imio.platform.ecounter.rules.message import Message
from typing import Any
import datetime

#: What is said of a question left empty.
MISSING = {
    "choice": _("Choisissez une réponse."),
    "choices": _("Choisissez au moins une réponse."),
    "bool": _("Cochez cette case pour continuer."),
    "file": _("Joignez un fichier."),
    "address": _("Écrivez une adresse."),
    "date": _("Écrivez une date."),
    "repeat": _("Ajoutez au moins une ligne."),
}
NOTHING = _("Répondez à cette question.")


class Judge:
    """Normalises and checks the answers of one page, gathering what is wrong."""

    def __init__(self, page: Page, environment: Any, errors: list[Any]) -> None:
        self.page = page
        self.environment = environment
        self.errors = errors

    def within(self, environment: Any) -> "Judge":
        """The judge of one row of a repeated group."""
        return Judge(self.page, environment, self.errors)

    def field(self, field: Field, raw: Any, required: bool, prefix: str) -> Any:
        """The canonical value; ``None`` when there is none or it is refused."""
        kind = KINDS[field.kind]
        if not kind.asks:
            return None
        path = prefix + field.name
        try:
            value = kind.normalise(field, raw)
            if value is None or (value is False and field.kind == "bool"):
                if required:
                    raise Invalid(MISSING.get(field.kind, NOTHING))
                return value
            self._offered(field, value)
            self._bounds(field, value)
            self._checks(field, value)
        except InvalidParts as error:
            for problem in error.problems:
                self._report(f"{path}.{problem.part}", problem.message)
            return None
        except Invalid as error:
            part = f".{error.part}" if error.part else ""
            if kind.parts and not part:
                part = f".{kind.parts[0]}"
            self._report(path + part, error.message)
            return None
        return value

    def page_checks(self) -> None:
        """What must hold between the answers, once each of them is right."""
        if any(error.page == self.page.name for error in self.errors):
            return
        for check in self.page.checks:
            if not check.expression.run(self.environment):
                self._report(check.field, self._sentence(check))

    def _offered(self, field: Field, value: Any) -> None:
        for choice in field.choices:
            taken = (
                choice.id in value if isinstance(value, list) else choice.id == value
            )
            if (
                taken
                and choice.condition
                and not choice.condition.run(self.environment)
            ):
                raise Invalid(_("Choisissez une des réponses proposées."))

    def _bounds(self, field: Field, value: Any) -> None:
        low = field.minimum.run(self.environment) if field.minimum else None
        high = field.maximum.run(self.environment) if field.maximum else None
        low, high = _comparable(low, value), _comparable(high, value)
        day = isinstance(value, datetime.date)
        if low is not None and value < low:
            raise Invalid(
                _("Choisissez le ${min} ou une date ultérieure.", min=in_words(low))
                if day
                else _("Le minimum est ${min}.", min=self._said(field, low))
            )
        if high is not None and value > high:
            raise Invalid(
                _("Choisissez le ${max} ou une date antérieure.", max=in_words(high))
                if day
                else _("Le maximum est ${max}.", max=self._said(field, high))
            )

    def _checks(self, field: Field, value: Any) -> None:
        if not field.checks:
            return
        environment = self.environment.row({field.name: value})
        for check in field.checks:
            if not check.expression.run(environment):
                raise Invalid(self._sentence(check))

    def _sentence(self, check: Check) -> Message:
        value = check.value.run(self.environment) if check.value else None
        return definition_message(check.message, value)

    def _said(self, field: Field, value: Any) -> str:
        return KINDS[field.kind].display(field, value)

    def _report(self, path: str, message: Message) -> None:
        self.errors.append(FieldError(self.page.name, path, message))


def _comparable(bound: Any, value: Any) -> Any:
    """A bound of the same nature as the value, or nothing."""
    if bound is None or isinstance(bound, bool):
        return None
    same = isinstance(bound, datetime.date) == isinstance(value, datetime.date)
    return bound if same and not isinstance(value, str | list | dict) else None


def definition_message(text: LocalText, value: Any) -> Message:
    """A definition's own sentence, its ``{value}`` written as people read it."""
    words = in_words(value) if isinstance(value, datetime.date) else str(value or "")
    return Message(in_language(text).replace("{value}", words))

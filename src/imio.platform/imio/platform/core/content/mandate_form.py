"""The mandate's form: a wrong end date is told beside its field."""

from imio.platform.core.content.interfaces import IMandate
from imio.platform.core.errors import MandateDatesError
from imio.platform.core.rules.mandate import dates_problem
from z3c.form.interfaces import IDataConverter
from z3c.form.interfaces import NO_VALUE
from z3c.form.validator import SimpleFieldValidator
from z3c.form.validator import WidgetValidatorDiscriminators


class EndValidator(SimpleFieldValidator):
    """Compares with the start as it was typed."""

    def validate(self, value, force=False):
        super().validate(value, force)
        problem = dates_problem(self._start(), value)
        if problem:
            raise MandateDatesError(problem)

    def _start(self):
        widget = self.view.widgets.get("start")
        typed = NO_VALUE if widget is None else widget.extract()
        if not typed or typed is NO_VALUE:
            return None
        try:
            return IDataConverter(widget).toFieldValue(typed)
        except ValueError:
            # The start has an error of its own.
            return None


WidgetValidatorDiscriminators(EndValidator, field=IMandate["end"])

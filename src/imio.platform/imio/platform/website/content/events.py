"""Events: dates that cannot be are told in the form and by the API."""

from imio.platform.i18n import _
from imio.platform.website.interfaces import IWebsiteLayer
from imio.platform.website.rules.recurrence import check_recurrence
from imio.platform.website.rules.recurrence import is_too_long
from imio.platform.website.rules.recurrence import RecurrenceError
from plone.app.event.dx.behaviors import IEventBasic
from plone.app.event.dx.behaviors import IEventRecurrence
from z3c.form.util import getSpecification
from z3c.form.validator import InvariantsValidator
from z3c.form.validator import WidgetsValidatorDiscriminators
from zope.interface import Invalid

REASONS = {
    "frequency": _("L'événement se répète chaque jour, semaine, mois ou année."),
    "interval": _("L'intervalle entre deux dates est d'au moins 1."),
    "count": _("L'événement se répète de 1 à 1 000 fois."),
}
TOO_LONG = _("Cet événement dure plus de trois ans : vérifiez l'année de fin.")


class DatesValidator(InvariantsValidator):
    """Start and end."""

    def validateObject(self, obj):
        errors = super().validateObject(obj)
        start, end = getattr(obj, "start", None), getattr(obj, "end", None)
        if start and end and is_too_long(start, end):
            errors += (Invalid(TOO_LONG),)
        return errors


class RecurrenceValidator(InvariantsValidator):
    """The rule by which it recurs."""

    def validateObject(self, obj):
        errors = super().validateObject(obj)
        try:
            check_recurrence(getattr(obj, "recurrence", None) or "")
        except RecurrenceError as problem:
            errors += (Invalid(REASONS[problem.reason]),)
        return errors


for _validator, _schema in (
    (DatesValidator, IEventBasic),
    (RecurrenceValidator, IEventRecurrence),
):
    WidgetsValidatorDiscriminators(
        _validator, request=IWebsiteLayer, schema=getSpecification(_schema, force=True)
    )

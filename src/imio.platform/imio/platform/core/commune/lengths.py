"""A text that is too long is told with the room there is."""

from imio.platform.i18n import _
from zope.schema.interfaces import IList
from zope.schema.interfaces import TooLong
from zope.schema.interfaces import WrongContainedType


def length_refusal(field, error: Exception) -> str:
    """The sentence where ``error`` of ``field`` is about a length, or nothing."""
    if isinstance(error, TooLong) and not IList.providedBy(field):
        limit = {"limit": str(field.max_length)}
        return _("Ce texte est trop long : ${limit} caractères au plus.", mapping=limit)
    if isinstance(error, WrongContainedType) and _has_long_line(error):
        limit = {"limit": str(field.value_type.max_length)}
        return _(
            "Une ligne est trop longue : ${limit} caractères au plus par ligne.",
            mapping=limit,
        )
    return ""


def _has_long_line(error: WrongContainedType) -> bool:
    return any(isinstance(found, TooLong) for found in error.errors or ())

"""Formats that a body is given: checked in the form and in the services alike."""

from imio.platform.core.rules.reference import InvalidReferenceFormat
from imio.platform.core.rules.reference import parse_reference_format
from imio.platform.deliberation.rules import references
from imio.platform.i18n import _
from zope.schema import ValidationError


class WrongFormat(ValidationError):
    """Says what is wrong and what to write."""

    def doc(self):
        """The sentence, where Zope would show the name of the class."""
        return self.args[0]


def is_register_format(text: str) -> bool:
    """Whether the format gives each act of a year a number of its own.

    :raises WrongFormat: with what is wrong and what to write.
    """
    try:
        found = parse_reference_format(text)
    except InvalidReferenceFormat as error:
        raise WrongFormat(str(error)) from error
    if not found.uses_year:
        raise WrongFormat(
            _("Mettez aussi {year} : les numéros recommencent à 1 chaque année.")
        )
    return True


def is_item_reference_format(text: str) -> bool:
    """Whether the format gives each point a reference of its own.

    :raises WrongFormat: with what is wrong and what to write.
    """
    try:
        references.check(text)
    except InvalidReferenceFormat as error:
        raise WrongFormat(str(error)) from error
    return True

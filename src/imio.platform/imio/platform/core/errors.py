"""What core refuses, as sentences for people; ``field`` says where it shows."""

from zope.interface import Invalid


class PlatformError(Invalid):
    """A refusal with a translatable sentence and the field it is about."""

    field = ""


class MandateDatesError(PlatformError):
    """A mandate ends before it starts."""

    field = "end"

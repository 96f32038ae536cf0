"""What core refuses, as sentences for people; ``field`` says where it shows."""

from zope.interface import Invalid


class PlatformError(Invalid):
    """A refusal with a translatable sentence and the field it is about."""

    field = ""


class MandateDatesError(PlatformError):
    """A mandate ends before it starts."""

    field = "end"


class UnknownService(PlatformError):
    """No service has this UID."""

    field = "service"


class UnknownFunction(PlatformError):
    """The registry holds no such function."""

    field = "function"


class UnknownAccount(PlatformError):
    """Nobody signs in with this user id."""

    field = "user"


class AccountTaken(PlatformError):
    """The account already stands for somebody else."""

    field = "user_id"


class RemovalRefused(PlatformError):
    """Something may not be removed, for the reason given."""


class WordMissing(PlatformError):
    """A function, a body or an office lacks a title."""

    field = "title"


class WordInUse(PlatformError):
    """A function, a body or an office is still named somewhere."""

    field = "title"

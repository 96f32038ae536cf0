"""What core refuses, as sentences for people; ``field`` says where it shows."""

from zope.interface import Invalid
import errno


class PlatformError(Invalid):
    """A refusal with a translatable sentence and the field it is about."""

    field = ""


def is_disk_full(error: BaseException) -> bool:
    """Whether the server has no room left to write."""
    return isinstance(error, OSError) and error.errno == errno.ENOSPC


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

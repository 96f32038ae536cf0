"""What the counter refuses, as sentences for people; ``field`` says where it shows."""

from imio.platform.core.errors import PlatformError
from Products.CMFCore.WorkflowCore import WorkflowException


class ProcedureClosed(PlatformError):
    """No request may be started for this procedure now."""


class IncompleteRequest(PlatformError):
    """A request is sent while pages of it are missing or wrong."""


class MissingReason(PlatformError, WorkflowException):
    """Something is decided without the words that must go with it."""

    field = "comment"


class UnreadableLibraryFile(PlatformError):
    """A library file is not what the format says."""


class BrokenCases(PlatformError):
    """A version of a procedure does not do what its test cases say."""

    field = "definition"


class IncompatibleOptions(PlatformError):
    """A commune gives an option that the definition does not have."""

    field = "options"


class UnknownAgent(PlatformError):
    """A request is given to somebody who does not treat it."""

    field = "assignee"

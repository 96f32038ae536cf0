"""What is checked of a file before it becomes an annex, by any road."""

from imio.platform.core.annexes.file_kinds import BadFile
from imio.platform.core.annexes.file_kinds import check
from imio.platform.core.annexes.file_kinds import FileKind
from imio.platform.core.annexes.records import DEFAULT_MAX_MEGABYTES
from imio.platform.core.annexes.records import SIZE_RECORD
from plone import api
from zope.schema import ValidationError

START_BYTES = 4096


class UnacceptableFile(ValidationError):
    """A file that cannot be an annex; its sentence stands next to the field."""

    def doc(self) -> str:
        """What forms and the API show."""
        return str(self.args[0])


def acceptable_file(value) -> bool:
    """Constraint of the annex's file, for forms and the API.

    :raises UnacceptableFile: with the sentence to show.
    """
    try:
        kind_of(value)
    except BadFile as error:
        raise UnacceptableFile(str(error)) from error
    return True


def kind_of(value) -> FileKind:
    """The kind of a named file.

    :raises BadFile: where it cannot be an annex.
    """
    with value.open() as file:
        start = file.read(START_BYTES)
    return check(value.filename or "", start, value.getSize(), max_megabytes())


def max_megabytes() -> int:
    """Largest file that the site accepts."""
    return api.portal.get_registry_record(SIZE_RECORD, default=DEFAULT_MAX_MEGABYTES)

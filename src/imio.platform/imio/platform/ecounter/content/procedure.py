"""The sheet of a procedure and its versions."""

from functools import lru_cache
from imio.platform.ecounter.content.interfaces import IProcedure
from imio.platform.ecounter.content.interfaces import IProcedureVersion
from imio.platform.ecounter.rules.definition import Definition
from imio.platform.ecounter.rules.reading import read_definition
from imio.platform.ecounter.rules.steps import read_steps
from imio.platform.ecounter.rules.steps import Step
from plone.dexterity.content import Container
from plone.dexterity.content import Item
from zope.interface import implementer
import hashlib
import json


@implementer(IProcedure)
class Procedure(Container):
    """A procedure: the sheet, the commune's settings and the versions inside.

    ``shared_source`` tells which library file it came from: id, version, checksum.
    """

    shared_source = None

    def versions(self) -> list["ProcedureVersion"]:
        """The published versions, oldest first."""
        found = [
            each for each in self.objectValues() if IProcedureVersion.providedBy(each)
        ]
        return sorted(found, key=lambda each: each.number)

    def current_version(self) -> "ProcedureVersion | None":
        """The version that new requests get."""
        versions = self.versions()
        return versions[-1] if versions else None

    def version(self, number: int) -> "ProcedureVersion | None":
        return next((each for each in self.versions() if each.number == number), None)

    @property
    def is_open(self) -> bool:
        """Whether a request may be started now."""
        return self.status == "active" and self.current_version() is not None


class NotCatalogued:
    """What has no place in searches and menus."""

    def indexObject(self):
        """Nothing to index."""

    def reindexObject(self, idxs=None):
        """Nothing to index."""

    def unindexObject(self):
        """Nothing was indexed."""

    def reindexObjectSecurity(self, skip_self=False):
        """Nothing was indexed."""


@implementer(IProcedureVersion)
class ProcedureVersion(NotCatalogued, Item):
    """One version: kept as JSON text, read once per process."""

    number = 0
    definition_source = "{}"
    steps_source = "[]"
    cases_source = "[]"
    published_at = None
    published_by = ""

    @property
    def definition(self) -> dict:
        return json.loads(self.definition_source)

    @property
    def cases(self) -> list[dict]:
        """What must happen for given answers, run when a version is published."""
        return json.loads(self.cases_source)

    @property
    def checksum(self) -> str:
        return hashlib.sha256(self.definition_source.encode()).hexdigest()

    def compiled(self) -> Definition:
        """The questions as objects."""
        return _compiled(self.definition_source)

    def steps(self) -> tuple[Step, ...]:
        """The steps as objects."""
        return _steps(self.steps_source)


@lru_cache(maxsize=256)
def _compiled(source: str) -> Definition:
    return read_definition(json.loads(source))


@lru_cache(maxsize=256)
def _steps(source: str) -> tuple[Step, ...]:
    return read_steps(json.loads(source))

"""A request, its files and the folders that hold them."""

from imio.platform.core.interfaces import IComputedRoles
from imio.platform.ecounter.content.instants import present_instant
from imio.platform.ecounter.content.interfaces import IRequest
from imio.platform.ecounter.content.interfaces import IRequestFile
from imio.platform.ecounter.content.interfaces import IRequestFolder
from imio.platform.ecounter.content.procedure import NotCatalogued
from imio.platform.ecounter.content.procedure import Procedure
from imio.platform.ecounter.content.procedure import ProcedureVersion
from persistent.list import PersistentList
from persistent.mapping import PersistentMapping
from plone.app.uuid.utils import uuidToObject
from plone.base.interfaces import IHideFromBreadcrumbs
from plone.dexterity.content import Container
from plone.dexterity.content import Item
from plone.uuid.interfaces import IUUID
from typing import Any
from zope.interface import implementer

#: Who may read a line of the history.
CITIZEN, AGENT, PRIVATE = "citizen", "agent", "private"


@implementer(IRequestFolder, IHideFromBreadcrumbs)
class RequestFolder(NotCatalogued, Container):
    """A year or a bucket of requests; no order is kept, so writers do not collide."""

    _ordering = "unordered"


@implementer(IRequest, IComputedRoles)
class Request(Container):
    """What a person asks of the commune.

    ``answers`` holds only answers to questions that apply, in canonical form;
    ``set_aside`` those a change of mind has hidden, while it is a draft. ``applicant``
    is ``user_id``, ``name``, ``email``, ``phone`` and ``level``.
    """

    procedure_uid = ""
    version_number = 0
    service_uid = ""
    number = ""
    channel = "web"
    salt = ""
    digest = ""
    assignee = ""
    submitted_at = None
    closed_at = None
    decision_reason = ""
    question = ""
    #: Names of files that came with an answer not yet sent.
    waiting_files = ()
    fee = ()
    delay_working_days = 0
    #: Why it is kept beyond its delay, and when its person was taken out of it.
    legal_hold = ""
    anonymised_at = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.answers = PersistentMapping()
        self.set_aside = PersistentMapping()
        self.computed = PersistentMapping()
        self.applicant = PersistentMapping()
        self.pages_done = PersistentList()
        self.history = PersistentList()

    def addCreator(self, creator=None):
        """Whoever works on it does not become its author."""

    @property
    def uid(self) -> str:
        return IUUID(self)

    def procedure(self) -> Procedure | None:
        """The sheet it was filed for; ``None`` when it was deleted."""
        return uuidToObject(self.procedure_uid, unrestricted=True)

    def version(self) -> ProcedureVersion | None:
        """The version whose questions it answers."""
        procedure = self.procedure()
        return procedure.version(self.version_number) if procedure is not None else None

    def note(
        self, kind: str, actor: str, text: str = "", seen_by: str = CITIZEN, **data: Any
    ):
        """Add a line to the history, which is never rewritten."""
        line = {
            "at": present_instant(),
            "kind": kind,
            "actor": actor,
            "text": text,
            "seen_by": seen_by,
            "data": data,
        }
        self.history.append(line)
        return line

    def files(self, role: str = "") -> list["RequestFile"]:
        """The files kept with it, in the order they came."""
        found = [each for each in self.objectValues() if IRequestFile.providedBy(each)]
        if role:
            found = [each for each in found if each.role == role]
        return sorted(found, key=lambda each: each.created())


@implementer(IRequestFile)
class RequestFile(NotCatalogued, Item):
    """A file: joined by the applicant (``answer``) or made by the commune (``document``)."""

    role = "answer"
    field = ""
    checksum = ""
    scan_status = "not scanned"

    @property
    def filename(self) -> str:
        return self.file.filename

    def reference(self) -> dict[str, Any]:
        """How an answer names it."""
        return {
            "id": self.getId(),
            "filename": self.file.filename,
            "size": self.file.getSize(),
            "content_type": self.file.contentType,
        }

"""A bare site on a FileStorage, with a large catalog and nothing else.

Races that a small database hides by accident (all keys in one bucket of an index)
show up past a few thousand catalogued objects.
"""

from OFS.Folder import Folder
from OFS.SimpleItem import SimpleItem
from Products.CMFCore.interfaces import ISiteRoot
from Products.PluginIndexes.FieldIndex.FieldIndex import FieldIndex
from Products.PluginIndexes.KeywordIndex.KeywordIndex import KeywordIndex
from Products.PluginIndexes.UUIDIndex.UUIDIndex import UUIDIndex
from Products.ZCatalog.ZCatalog import ZCatalog
from ZODB.DB import DB
from ZODB.FileStorage import FileStorage
from zope.annotation.interfaces import IAttributeAnnotatable
from zope.component import getGlobalSiteManager
from zope.component.hooks import setSite
from zope.interface import implementer
import threading
import transaction

CATALOGUED = 5_200
FOLDERS = 60


@implementer(ISiteRoot, IAttributeAnnotatable)
class BareSite(Folder):
    """Enough of a portal to claim numbers on."""

    def getSiteManager(self):
        return getGlobalSiteManager()


class Paper(SimpleItem):
    """A catalogued thing; its path spreads the values of the indexes."""

    number = 0

    def __init__(self, id, kind):
        self.id = id
        self.title = f"Document {id}"
        self.kind = kind
        self.words = [kind, id[-1]]
        self.UID = f"uid-{id}"


def open_database(path) -> DB:
    """A database with ``FOLDERS`` folders and ``CATALOGUED`` catalogued papers."""
    database = DB(FileStorage(str(path / "Data.fs")), pool_size=64)
    with database.transaction() as connection:
        app = connection.root()["app"] = Folder("app")
        app._setObject("site", BareSite("site"))
        site = app["site"]
        catalog = ZCatalog("catalog")
        site._setObject("catalog", catalog)
        for index in (
            FieldIndex("kind"),
            FieldIndex("number"),
            KeywordIndex("words"),
            UUIDIndex("UID"),
        ):
            catalog.addIndex(index.id, index)
        for position in range(FOLDERS):
            site._setObject(f"folder-{position}", Folder(f"folder-{position}"))
        for position in range(CATALOGUED):
            paper = Paper(f"old-{position:05}", f"kind-{position % 40}")
            catalog.catalog_object(paper, f"/site/old/{paper.id}")
    return database


class Writer(threading.Thread):
    """Runs ``work(site)`` in its own connection, again after each conflict.

    ``start_line`` holds every writer's first transaction open until all have one,
    so that they really write at the same time.
    """

    def __init__(self, database, work, start_line):
        super().__init__(daemon=True)
        self.database = database
        self.work = work
        self.start_line = start_line
        self.result = None
        self.error = None
        self.attempts = 0

    def run(self):
        try:
            self._until_committed()
        except Exception as error:
            self.error = error

    def _until_committed(self):
        manager = transaction.TransactionManager(explicit=False)
        connection = self.database.open(transaction_manager=manager)
        try:
            for attempt in manager.attempts(500):
                with attempt:
                    self.attempts += 1
                    site = connection.root()["app"]["site"]
                    setSite(site)
                    if self.attempts == 1:
                        self.start_line.wait(timeout=60)
                    result = self.work(site)
            self.result = result
        finally:
            setSite(None)
            manager.abort()
            connection.close()


def run_together(database, works) -> list[Writer]:
    """Run each of ``works`` in a writer of its own, all at once."""
    start_line = threading.Barrier(len(works))
    writers = [Writer(database, work, start_line) for work in works]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(timeout=120)
    errors = [writer.error for writer in writers if writer.error]
    if errors:
        raise errors[0]
    return writers

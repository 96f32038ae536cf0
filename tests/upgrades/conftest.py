"""The site of an earlier release, upgraded by today's code.

``released-1000.tar.xz`` is the database of the demonstration commune as release 1000
made it. It is opened and upgraded once; each test gets the site anew and leaves
nothing behind.
"""

from imio.platform.core.entering import enter_site
from imio.platform.core.provisioning.upgrading import upgrade_site
from pathlib import Path
from Testing.makerequest import makerequest
from ZODB.blob import BlobStorage
from ZODB.FileStorage import FileStorage
import contextlib
import pytest
import tarfile
import transaction
import ZODB

RELEASED = Path(__file__).parent / "released-1000.tar.xz"
SITE = "hautes-rives"


@contextlib.contextmanager
def opened(folder: Path):
    """The site of the database in ``folder``, entered as its administrator."""
    from AccessControl.SecurityManagement import getSecurityManager
    from AccessControl.SecurityManagement import newSecurityManager
    from AccessControl.SecurityManagement import setSecurityManager
    from zope.component.hooks import getSite
    from zope.component.hooks import setSite
    from zope.globalrequest import getRequest
    from zope.globalrequest import setRequest

    before = getSite(), getRequest(), getSecurityManager()
    storage = BlobStorage(
        str(folder / "blobstorage"), FileStorage(str(folder / "filestorage/Data.fs"))
    )
    database = ZODB.DB(storage)
    transaction.abort()
    connection = database.open()
    app = makerequest(connection.root()["Application"])
    try:
        site = app[SITE]
        newSecurityManager(None, app.acl_users.getUser("admin").__of__(app.acl_users))
        enter_site(site)
        yield site
    finally:
        transaction.abort()
        setSite(before[0])
        setRequest(before[1])
        setSecurityManager(before[2])
        connection.close()
        database.close()


@pytest.fixture(scope="session")
def released_folder(tmp_path_factory):
    """The database of release 1000, as it was."""
    folder = tmp_path_factory.mktemp("released")
    with tarfile.open(RELEASED) as archive:
        archive.extractall(folder, filter="data")
    return folder


@pytest.fixture(scope="session")
def upgraded_folder(tmp_path_factory, integration_session):
    """The same, upgraded; with what the upgrade told."""
    folder = tmp_path_factory.mktemp("upgraded")
    with tarfile.open(RELEASED) as archive:
        archive.extractall(folder, filter="data")
    with opened(folder) as site:
        upgrade_site(site, lambda step: None)
    return folder


@pytest.fixture
def released(integration, released_folder):
    """The site of release 1000, not upgraded yet."""
    with opened(released_folder) as site:
        yield site


@pytest.fixture
def upgraded(integration, upgraded_folder):
    """The site of release 1000, upgraded to today's."""
    with opened(upgraded_folder) as site:
        yield site

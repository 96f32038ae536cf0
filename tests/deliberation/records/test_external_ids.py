"""An external identifier stands for one point, even for two writers at once."""

from imio.platform.deliberation.records.external_ids import Claim
from imio.platform.deliberation.records.external_ids import claim
from imio.platform.deliberation.records.external_ids import claimed
from imio.platform.deliberation.records.external_ids import release
from persistent import Persistent
from ZODB.DB import DB
from ZODB.DemoStorage import DemoStorage
from ZODB.POSException import ConflictError
from zope.annotation.attribute import AttributeAnnotations
from zope.annotation.interfaces import IAttributeAnnotatable
from zope.component import getGlobalSiteManager
from zope.interface import implementer
import pytest
import transaction


@implementer(IAttributeAnnotatable)
class Root(Persistent):
    """Stands for the root of the bodies."""


@pytest.fixture
def database():
    manager = getGlobalSiteManager()
    manager.registerAdapter(AttributeAnnotations)
    database = DB(DemoStorage())
    with database.transaction() as connection:
        connection.root.root = Root()
    yield database
    database.close()
    manager.unregisterAdapter(AttributeAnnotations)


def two_writers(database):
    writers = [transaction.TransactionManager() for _writer in range(2)]
    return writers, [database.open(writer).root.root for writer in writers]


@pytest.mark.parametrize("former", [(), ("earlier",)])
def test_the_later_of_two_writers_is_sent_back(database, former):
    with database.transaction() as connection:
        for external_id in former:
            claim(connection.root.root, external_id, Claim("x", "d"))
    writers, roots = two_writers(database)
    for root, uid in zip(roots, ("one", "two"), strict=True):
        claim(root, "urbanisme-17", Claim(uid, "digest"))
    writers[0].commit()
    with pytest.raises(ConflictError):
        writers[1].commit()
    writers[1].abort()
    assert claimed(roots[1], "urbanisme-17") == Claim("one", "digest")


def test_two_identifiers_do_not_wait_for_one_another(database):
    with database.transaction() as connection:
        claim(connection.root.root, "earlier", Claim("x", "d"))
    writers, roots = two_writers(database)
    for number, root in enumerate(roots):
        claim(root, f"urbanisme-{number}", Claim(str(number), "digest"))
    for writer in writers:
        writer.commit()
    assert claimed(roots[0], "urbanisme-0") == Claim("0", "digest")


def test_a_released_identifier_is_free(database):
    _writers, (root, _other) = two_writers(database)
    release(root, "nothing")
    claim(root, "urbanisme-17", Claim("one", "digest"))
    release(root, "urbanisme-17")
    assert claimed(root, "urbanisme-17") is None

"""Reference numbers stay without gaps or doubles under many writers."""

from BTrees.Length import Length
from imio.platform.core.numbering import next_number
from tests.core.numbering.site import CATALOGUED
from tests.core.numbering.site import FOLDERS
from tests.core.numbering.site import open_database
from tests.core.numbering.site import Paper
from tests.core.numbering.site import run_together
from zope.annotation.attribute import AttributeAnnotations
from zope.component import getGlobalSiteManager
import pytest

WRITERS = 50


@pytest.fixture
def database(tmp_path):
    registry = getGlobalSiteManager()
    registry.registerAdapter(AttributeAnnotations)
    database = open_database(tmp_path)
    yield database
    database.close()


def paper_maker(position):
    """Work of one writer: a numbered, catalogued paper in a folder of its own."""

    def make(site):
        folder = site[f"folder-{position % FOLDERS}"]
        number = next_number("request", 2026)
        paper = Paper(f"new-{number:05}", f"kind-{position % 40}")
        paper.number = number
        folder._setObject(paper.id, paper)
        site["catalog"].catalog_object(paper, f"/site/{folder.id}/{paper.id}")
        return number

    return make


def test_a10_fifty_writers_take_fifty_consecutive_numbers(database):
    writers = run_together(database, [paper_maker(n) for n in range(WRITERS)])
    assert sorted(writer.result for writer in writers) == list(range(1, WRITERS + 1))
    assert sum(writer.attempts for writer in writers) > WRITERS
    with database.transaction() as connection:
        catalog = connection.root()["app"]["site"]["catalog"]
        assert len(catalog) == CATALOGUED + WRITERS
        assert sorted(catalog.uniqueValuesFor("number"))[-1] == WRITERS


def test_the_same_writers_would_double_a_plain_counter(database):
    """Without this, the test above could pass because writers never met."""
    with database.transaction() as connection:
        connection.root()["app"]["site"].counter = Length()

    def count(site):
        site.counter.change(1)
        return site.counter()

    writers = run_together(database, [count] * WRITERS)
    assert len({writer.result for writer in writers}) < WRITERS

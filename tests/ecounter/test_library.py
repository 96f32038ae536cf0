"""The procedures that are shipped, and their installation."""

from copy import deepcopy
from imio.platform.ecounter import library
from imio.platform.ecounter.errors import BrokenCases
from imio.platform.ecounter.errors import IncompatibleOptions
from imio.platform.ecounter.errors import UnreadableLibraryFile
from imio.platform.ecounter.library.installing import install
from imio.platform.ecounter.library.installing import publish_version
from imio.platform.ecounter.rules.errors import DefinitionError
from plone import api
import pytest


@pytest.mark.parametrize("name", library.names())
def test_every_shipped_procedure_is_right_and_complete(name):
    data = library.load(name)
    assert data["id"] == name
    assert data["sheet"]["you_need"] and data["sheet"]["audience"]
    assert data["definition"]["digest"] and data["definition"]["declarations"]
    assert data["sheet"]["legal_basis"]
    assert len(data["cases"]) >= 4
    assert any("refused" in case for case in data["cases"])


def test_the_twelve_procedures_of_a_commune_are_shipped():
    assert len(library.names()) >= 12


def test_a_file_whose_case_does_not_hold_is_refused_with_the_case():
    data = deepcopy(library.load("contact"))
    data["definition"]["pages"][0]["fields"][2]["required"] = False
    with pytest.raises(UnreadableLibraryFile) as caught:
        library.checked(data)
    assert "un message vide" in caught.value.args[0].mapping["problems"]


def test_a_version_that_breaks_a_case_of_the_one_before_is_not_published(counter):
    changed = counter.household.current_version().definition
    (page,) = (page for page in changed["pages"] if page["name"] == "document")
    (copies,) = (field for field in page["fields"] if field["name"] == "copies")
    copies["min"] = 0
    with api.env.adopt_roles(["Manager"]), pytest.raises(BrokenCases) as caught:
        publish_version(counter.household, changed, [])
    assert "ni zéro ni vingt et un" in caught.value.args[0].mapping["problems"]
    assert counter.household.current_version().number == 1


def test_an_unknown_or_broken_file_is_refused_with_the_place():
    with pytest.raises(UnreadableLibraryFile):
        library.load("../secret")
    data = deepcopy(library.load("signalement-voirie"))
    data["definition"]["pages"][0]["fields"][0]["kind"] = "telepathy"
    with pytest.raises(UnreadableLibraryFile) as caught:
        library.checked(data)
    assert "telepathy" in caught.value.args[0].mapping["problems"]
    data["surprise"] = True
    with pytest.raises(UnreadableLibraryFile):
        library.checked(data)


def test_a_commune_sets_only_options_that_exist(counter):
    data = library.load("composition-menage") | {"id": "autre"}
    with api.env.adopt_roles(["Manager"]):
        with pytest.raises(IncompatibleOptions):
            install(counter.counter, data, "", {"price": 3})
        procedure = install(counter.counter, data, "", {"most_copies": 5})
    assert procedure.options == {"most_copies": 5}


def test_versions_follow_one_another_and_never_change(counter):
    first = counter.household.current_version()
    changed = first.definition
    changed["title"] = "Autre titre"
    with api.env.adopt_roles(["Manager"]):
        second = publish_version(counter.household, changed, [])
    assert (first.number, second.number) == (1, 2)
    assert counter.household.current_version().number == 2
    assert first.definition["title"] != "Autre titre"
    with api.env.adopt_roles(["Manager"]):
        assert not api.user.has_permission("Modify portal content", obj=first)
    with pytest.raises(DefinitionError):
        publish_version(counter.household, {"pages": []}, [])


def test_a_version_is_not_read_by_the_public(counter):
    with api.env.adopt_roles(["Anonymous"]):
        assert api.user.has_permission("View", obj=counter.household)
        assert not api.user.has_permission(
            "View", obj=counter.household.current_version()
        )

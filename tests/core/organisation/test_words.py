"""The commune changes its functions, bodies and titles."""

from datetime import date
from imio.platform.core.errors import WordInUse
from imio.platform.core.errors import WordMissing
from imio.platform.core.organisation import directory
from imio.platform.core.organisation import membership
from imio.platform.core.organisation import words
from imio.platform.core.organisation.groups import group_id
from imio.platform.core.organisation.offices import offices
from plone import api
from tests.core.organisation.builders import account
from tests.core.organisation.builders import mandate
from tests.core.organisation.builders import organisation
from tests.core.organisation.builders import person
from tests.core.organisation.builders import service
import pytest


@pytest.fixture
def works(portal):
    return service(organisation(portal), "Travaux")


def test_new_function_gets_a_key_and_a_group_in_every_service(works):
    words.save_titles("functions", {}, "Chef de projet", set())
    assert directory.functions()["chef_de_projet"] == "Chef de projet"
    group = api.group.get(groupname=group_id(works.UID(), "chef_de_projet"))
    assert group.getProperty("title") == "Travaux : chef de projet"


def test_renamed_function_keeps_its_key_and_renames_the_groups(works):
    words.save_titles("functions", {"agent": "Agent traitant"}, "", set())
    group = api.group.get(groupname=group_id(works.UID(), "agent"))
    assert group.getProperty("title") == "Travaux : agent traitant"


def test_function_that_somebody_holds_is_not_taken_out(works):
    account("agent")
    membership.grant(works.UID(), "reader", "agent")
    with pytest.raises(WordInUse):
        words.save_titles("functions", {}, "", {"reader"})
    words.save_titles("functions", {}, "", {"adviser"})
    assert "adviser" not in directory.functions()
    assert "reader" in directory.functions()


def test_empty_title_is_refused(portal):
    with pytest.raises(WordMissing):
        words.save_titles("bodies", {"college": " "}, "", set())


def test_body_of_a_mandate_is_not_taken_out(portal, works):
    elected = person(portal.organisation, "Claire", "Lambert")
    mandate(elected, "echevin", date(2024, 12, 2), body="college")
    with pytest.raises(WordInUse):
        words.save_titles("bodies", {}, "", {"college"})


def test_office_is_added_changed_and_taken_out(portal, works):
    titles = {"masculine": "Délégué", "feminine": "Déléguée", "prefix_masculine": "le"}
    words.save_office("", titles)
    assert offices()["delegue"].plural == "Délégués"
    words.save_office("delegue", {**titles, "plural": "Délégués du collège"})
    assert offices()["delegue"].plural == "Délégués du collège"
    words.remove_office("delegue")
    assert "delegue" not in offices()
    assert "echevin" in offices()


def test_office_without_both_genders_is_refused(portal):
    with pytest.raises(WordMissing):
        words.save_office("", {"masculine": "Délégué", "feminine": ""})


def test_office_of_a_past_mandate_is_not_taken_out(portal, works):
    elected = person(portal.organisation, "Claire", "Lambert")
    mandate(elected, "echevin", date(2012, 12, 3), date(2018, 12, 2))
    with pytest.raises(WordInUse):
        words.remove_office("echevin")

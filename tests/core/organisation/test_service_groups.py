"""Groups follow the services and the functions."""

from datetime import date
from imio.platform.core.errors import RemovalRefused
from imio.platform.core.errors import UnknownAccount
from imio.platform.core.organisation import directory
from imio.platform.core.organisation import membership
from imio.platform.core.organisation.groups import group_id
from imio.platform.core.organisation.settings import PREFIX
from plone import api
from tests.core.organisation.builders import account
from tests.core.organisation.builders import mandate
from tests.core.organisation.builders import organisation
from tests.core.organisation.builders import person
from tests.core.organisation.builders import service
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import pytest


@pytest.fixture
def population(portal):
    return service(organisation(portal), "Population")


def group_title(service, function):
    group = api.group.get(groupname=group_id(service.UID(), function))
    return group and group.getProperty("title")


def test_new_service_has_a_group_for_each_function(population):
    titles = {key: group_title(population, key) for key in directory.functions()}
    assert titles == {
        "manager": "Population : responsable",
        "editor": "Population : rédacteur",
        "reviewer": "Population : valideur",
        "agent": "Population : agent",
        "adviser": "Population : conseiller",
        "reader": "Population : lecteur",
    }


def test_renamed_service_renames_its_groups_and_keeps_the_members(population):
    account("agent")
    membership.grant(population.UID(), "agent", "agent")
    population.title = "Population et état civil"
    notify(ObjectModifiedEvent(population))
    assert group_title(population, "agent") == "Population et état civil : agent"
    assert membership.members(population.UID(), "agent") == ["agent"]


def test_moved_service_keeps_its_members(portal, population):
    account("agent")
    membership.grant(population.UID(), "agent", "agent")
    parent = service(portal.organisation, "Affaires citoyennes")
    with api.env.adopt_roles(["Manager"]):
        moved = api.content.move(population, parent)
    assert directory.has_function("agent", moved.UID(), "agent")


def test_copied_service_starts_without_members(portal, population):
    account("agent")
    membership.grant(population.UID(), "agent", "agent")
    with api.env.adopt_roles(["Manager"]):
        copy = api.content.copy(population, portal.organisation, id="copie")
    assert membership.members(copy.UID(), "agent") == []
    assert group_title(copy, "agent") == "Population : agent"


def test_removed_service_takes_its_groups_along(population):
    uid = population.UID()
    with api.env.adopt_roles(["Manager"]):
        api.content.delete(population)
    assert api.group.get(groupname=group_id(uid, "agent")) is None


def test_service_with_members_is_not_removed(population):
    account("agent")
    membership.grant(population.UID(), "agent", "agent")
    with api.env.adopt_roles(["Manager"]), pytest.raises(RemovalRefused) as refusal:
        population.aq_parent.manage_delObjects([population.getId()])
    assert "Des personnes ont encore une fonction" in str(refusal.value)


def test_service_with_sub_services_is_not_removed_even_with_the_organisation(portal):
    works = service(organisation(portal), "Travaux")
    service(works, "Voirie")
    with api.env.adopt_roles(["Manager"]), pytest.raises(RemovalRefused):
        portal.manage_delObjects(["organisation"])


def test_service_named_by_a_mandate_is_closed_rather_than_removed(portal, population):
    head = person(portal.organisation, "Sophie", "Mathieu")
    mandate(head, "chef_service", date(2020, 1, 1), service=population.UID())
    with api.env.adopt_roles(["Manager"]), pytest.raises(RemovalRefused) as refusal:
        portal.organisation.manage_delObjects([population.getId()])
    assert "fermez-le plutôt" in str(refusal.value)


def test_function_added_to_the_registry_makes_the_missing_groups(population):
    functions = {**directory.functions(), "archivist": "Archiviste"}
    api.portal.set_registry_record(f"{PREFIX}.functions", functions)
    assert group_title(population, "archivist") == "Population : archiviste"


def test_function_taken_out_loses_its_group_only_when_nobody_holds_it(population):
    account("agent")
    membership.grant(population.UID(), "adviser", "agent")
    functions = directory.functions()
    del functions["adviser"], functions["reader"]
    api.portal.set_registry_record(f"{PREFIX}.functions", functions)
    assert group_title(population, "reader") is None
    assert group_title(population, "adviser") == "Population : conseiller"


def test_function_given_then_taken_back(population):
    account("agent", "Ana Agent")
    uid = population.UID()
    assert membership.grant(uid, "agent", "agent")
    assert not membership.grant(uid, "agent", "agent")
    assert directory.services_of("agent", "agent") == [uid]
    assert directory.services_of("agent", "manager") == []
    assert membership.revoke(uid, "agent", "agent")
    assert not membership.revoke(uid, "agent", "agent")
    assert not directory.has_function("agent", uid, "agent")


def test_function_is_not_given_to_an_unknown_account(population):
    with pytest.raises(UnknownAccount) as refusal:
        membership.grant(population.UID(), "agent", "personne")
    assert refusal.value.field == "user"


def test_who_holds_a_function_is_staff(population):
    account("agent")
    account("citoyen")
    membership.grant(population.UID(), "agent", "agent")
    assert "staff" in api.user.get(userid="agent").getGroups()
    assert "staff" not in api.user.get(userid="citoyen").getGroups()

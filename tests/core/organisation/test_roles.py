"""Who may do what in the organisation without being an administrator."""

from imio.platform.core.organisation import directory
from imio.platform.core.organisation import membership
from plone import api
from tests.core.organisation.builders import account
from tests.core.organisation.builders import organisation
from tests.core.organisation.builders import person
from tests.core.organisation.builders import service
import pytest

MODIFY = "Modify portal content"
MANAGE = "imio.platform.core: Manage organisation"
MANAGE_FUNCTIONS = "imio.platform.core: Manage functions"
PERSONAL_DATA = "imio.platform.core: View personal data"


@pytest.fixture
def works(portal):
    works = service(organisation(portal), "Travaux")
    service(works, "Voirie")
    service(portal.organisation, "Population")
    return works


def may(user_id, permission, context):
    return api.user.has_permission(permission, username=user_id, obj=context)


@pytest.mark.parametrize("function", ["manager", "editor"])
def test_service_writes_its_own_page_and_those_below(portal, works, function):
    account("someone")
    membership.grant(works.UID(), function, "someone")
    assert may("someone", MODIFY, works)
    assert may("someone", MODIFY, works.voirie)
    assert not may("someone", MODIFY, portal.organisation.population)


@pytest.mark.parametrize("function", ["agent", "reviewer", "adviser", "reader"])
def test_other_functions_write_no_page_of_the_service(works, function):
    account("someone")
    membership.grant(works.UID(), function, "someone")
    assert not may("someone", MODIFY, works)


def test_head_of_a_service_gives_no_functions(works):
    account("someone")
    membership.grant(works.UID(), "manager", "someone")
    for permission in (MANAGE, MANAGE_FUNCTIONS, PERSONAL_DATA):
        assert not may("someone", permission, works)


def test_commune_manager_keeps_the_organisation_and_administers_nothing_else(
    portal, works
):
    account("someone")
    api.group.add_user(groupname="commune-managers", username="someone")
    for permission in (MODIFY, MANAGE, MANAGE_FUNCTIONS, PERSONAL_DATA):
        assert may("someone", permission, works)
    for permission in ("Manage portal", "Manage users", "Manage Site"):
        assert not may("someone", permission, portal)


def test_webmaster_edits_services_but_no_person_nor_function(portal, works):
    account("someone")
    api.group.add_user(groupname="webmasters", username="someone")
    elected = person(portal.organisation, "Claire", "Lambert")
    assert may("someone", MODIFY, works)
    assert not may("someone", MODIFY, elected)
    for permission in (MANAGE, MANAGE_FUNCTIONS, PERSONAL_DATA, "Manage portal"):
        assert not may("someone", permission, works)


def test_internal_service_is_read_by_the_staff_only(portal, works):
    account("someone")
    account("citoyen")
    membership.grant(works.UID(), "reader", "someone")
    population = portal.organisation.population
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(population, "hide")
    assert may("someone", "View", population)
    assert not may("citoyen", "View", population)


def test_deleted_account_leaves_its_rights_to_nobody(portal, works):
    account("someone")
    membership.grant(works.UID(), "manager", "someone")
    api.group.add_user(groupname="commune-managers", username="someone")
    linked = person(portal.organisation, "Sophie", "Mathieu", user_id="someone")
    with api.env.adopt_roles(["Manager"]):
        api.user.delete(username="someone")
    account("someone")
    assert not directory.has_function("someone", works.UID(), "manager")
    assert not may("someone", MANAGE, works)
    assert linked.user_id is None

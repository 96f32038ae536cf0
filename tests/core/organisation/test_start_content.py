"""Start content of the demonstration communes."""

from datetime import date
from imio.platform.core.interfaces import IStartContent
from imio.platform.core.organisation import directory
from imio.platform.core.organisation import mandates
from imio.platform.core.organisation import membership
from imio.platform.core.organisation.offices import offices
from imio.platform.core.organisation.start_accounts import PASSWORD_VARIABLE
from imio.platform.core.provisioning.catalogue import SHIPPED_FOLDER
from plone import api
from zope.component import getUtility
import json
import pytest

DAY = date(2026, 11, 24)


@pytest.fixture
def load(portal, monkeypatch):
    monkeypatch.setenv(PASSWORD_VARIABLE, "Riviere-Bleue-7")

    def load(commune="hautes-rives"):
        folder = SHIPPED_FOLDER / commune / "content"
        data = json.loads((folder / "core.json").read_text(encoding="utf-8"))
        with api.env.adopt_roles(["Manager"]):
            getUtility(IStartContent, name="core").load(portal, data, str(folder))
        return data

    return load


def uid(portal, service_id):
    return portal.organisation[service_id].UID()


def test_demonstration_accounts_hold_their_functions(portal, load):
    load()
    assert directory.has_function("agent", uid(portal, "population"), "agent")
    assert directory.has_function("agent-travaux", uid(portal, "travaux"), "agent")
    assert directory.has_function("chef-travaux", uid(portal, "travaux"), "manager")
    assert directory.services_of("citoyen", "agent") == []
    assert "webmasters" in api.user.get(userid="webmestre").getGroups()
    assert portal.acl_users.authenticate("agent", "Riviere-Bleue-7", portal.REQUEST)


def test_webmaster_and_secretary_are_no_administrators(portal, load):
    load()
    for user_id in ("webmestre", "redacteur", "secretaire"):
        roles = set(api.user.get_roles(username=user_id))
        assert not roles & {"Manager", "Site Administrator"}


def test_college_is_in_order_of_precedence_with_gendered_titles(portal, load):
    load()
    college = mandates.active_mandates(DAY, body="college")
    assert [mandates.title(mandate) for mandate in college] == [
        "Bourgmestre",
        "Échevin",
        "Échevine",
        "Échevin",
        "Échevine",
        "Présidente du CPAS",
    ]


def test_interim_director_is_marked_and_found_by_account(portal, load):
    load()
    director = mandates.holder("directeur_general", DAY)
    assert mandates.title(director, with_prefix=True) == "la Directrice générale f.f."
    assert mandates.mandates_of("secretaire", DAY) == [director]
    before = mandates.holder("directeur_general", date(2020, 1, 1))
    assert before.person_name == "Philippe Renard"


def test_loading_again_keeps_what_the_commune_changed(portal, load):
    load()
    travaux = portal.organisation.travaux
    travaux.title = "Service technique"
    membership.revoke(travaux.UID(), "agent", "agent-travaux")
    before = len(api.content.find(context=portal.organisation))
    load()
    assert portal.organisation.travaux.title == "Service technique"
    assert not directory.has_function("agent-travaux", travaux.UID(), "agent")
    assert len(api.content.find(context=portal.organisation)) == before


def test_without_a_password_no_account_opens(portal, load, monkeypatch):
    monkeypatch.setenv(PASSWORD_VARIABLE, "")
    load()
    assert api.user.get(userid="agent") is not None
    for guess in ("", "agent", "Riviere-Bleue-7"):
        assert not portal.acl_users.authenticate("agent", guess, portal.REQUEST)


@pytest.mark.parametrize("commune", ["hautes-rives", "petit-vallon"])
def test_every_shipped_commune_names_known_functions_and_bodies(portal, load, commune):
    load(commune)
    named = {mandate.function for mandate in mandates.all_mandates()}
    assert named <= set(offices())
    assert directory.services()

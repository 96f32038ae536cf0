"""Reasoned guards."""

import pytest
from plone import api
from zope.component import getGlobalSiteManager
from zope.component import provideAdapter
from zope.interface import Interface

from imio.platform.core.interfaces import IGuard
from imio.platform.core.interfaces import refused
from imio.platform.core.workflow.guards import transition_choices


@pytest.fixture
def refusing_guard():
    def guard(context):
        return lambda: refused("Le texte est vide.")

    registration = (guard, (Interface,), IGuard, "publish")
    provideAdapter(*registration)
    yield
    getGlobalSiteManager().unregisterAdapter(*registration)


def test_refused_transition_is_listed_with_its_reason(portal, refusing_guard):
    with api.env.adopt_roles(["Manager"]):
        page = api.content.create(portal, "Document", title="Avis")
        choices = {choice.id: choice for choice in transition_choices(page)}
    assert choices["publish"].verdict.reason == "Le texte est vide."
    assert choices["submit"].verdict


def test_transition_of_another_role_is_not_listed(portal):
    with api.env.adopt_roles(["Manager"]):
        page = api.content.create(portal, "Document", title="Avis")
    with api.env.adopt_roles(["Anonymous"]):
        assert transition_choices(page) == []

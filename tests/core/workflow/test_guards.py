"""Reasoned guards."""

from imio.platform.core.workflow.guards import transition_choices
from plone import api
from tests.core.workflow.builders import plain_page
from tests.core.workflow.builders import refusing


def test_refused_transition_is_listed_with_its_reason(portal):
    with api.env.adopt_roles(["Manager"]):
        page = plain_page(portal)
    with api.env.adopt_roles(["Manager"]), refusing("publish", "Le texte est vide."):
        choices = {choice.id: choice for choice in transition_choices(page)}
    assert choices["publish"].verdict.reason == "Le texte est vide."
    assert choices["submit"].verdict


def test_transition_of_another_role_is_not_listed(portal):
    with api.env.adopt_roles(["Manager"]):
        page = plain_page(portal)
    with api.env.adopt_roles(["Anonymous"]):
        assert transition_choices(page) == []

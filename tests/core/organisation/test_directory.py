"""Directory of services: the tree, and who holds which function."""

from imio.platform.core.organisation import directory
from plone import api
from tests.core.organisation.builders import organisation
from tests.core.organisation.builders import service


def test_services_come_in_tree_order_with_their_depth(portal):
    root = organisation(portal)
    works = service(root, "Travaux")
    service(root, "Population")
    service(works, "Voirie")
    assert [(entry.title, entry.depth) for entry in directory.services()] == [
        ("Travaux", 0),
        ("Voirie", 1),
        ("Population", 0),
    ]


def test_closed_service_is_no_choice_but_stays_known(portal):
    works = service(organisation(portal), "Travaux")
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(works, "close")
    assert directory.services() == []
    assert directory.services(include_closed=True)[0].uid == works.UID()
    assert directory.service(works.UID()) is not None

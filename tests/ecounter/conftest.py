"""A counter with its procedures, and the people around it."""

from imio.platform.core.organisation.groups import group_id
from imio.platform.ecounter import library
from imio.platform.ecounter.library.installing import install
from plone import api
from plone.dexterity.utils import createContentInContainer
from types import SimpleNamespace
import pytest
import transaction

PASSWORD = "Secret-of-the-tests-1"


def build_counter(portal):
    """The counter with both procedures, two services, an agent in each, two citizens."""
    with api.env.adopt_roles(["Manager"]):
        organisation = createContentInContainer(
            portal,
            "Organisation",
            checkConstraints=False,
            id="organisation",
            title="Commune",
        )
        services = {
            name: createContentInContainer(
                organisation,
                "Service",
                checkConstraints=False,
                id=name,
                title=name.title(),
            )
            for name in ("population", "travaux")
        }
        uids = {name: service.UID() for name, service in services.items()}
        for name, (service, functions) in {
            "agent": ("population", ["agent"]),
            "chef": ("population", ["manager"]),
            "agent-travaux": ("travaux", ["agent"]),
            "citoyen": ("", []),
            "voisine": ("", []),
        }.items():
            api.user.create(
                email=f"{name}@example.be",
                username=name,
                password=PASSWORD,
                properties={"fullname": f"{name.title()} Lambert"},
            )
            for function in functions:
                api.group.add_user(
                    groupname=group_id(uids[service], function), username=name
                )
        counter = createContentInContainer(
            portal, "ECounter", checkConstraints=False, id="guichet", title="Guichet"
        )
        household = install(
            counter, library.load("composition-menage"), uids["population"]
        )
        report = install(counter, library.load("signalement-voirie"), uids["travaux"])
    return SimpleNamespace(
        portal=portal,
        counter=counter,
        household=household,
        report=report,
        services=uids,
    )


@pytest.fixture
def counter(portal):
    """The counter in a site that is rolled back after the test."""
    return build_counter(portal)


@pytest.fixture
def served(functional):
    """The counter behind a real web server."""
    portal = functional["portal"]
    built = build_counter(portal)
    transaction.commit()
    return built


@pytest.fixture(autouse=True, scope="class")
def _keep_layer(request):
    """Set the layer up once for the session, before a test's own scope does."""
    for prefix in ("functional", "integration"):
        if prefix in request.fixturenames:
            request.getfixturevalue(f"{prefix}_session")

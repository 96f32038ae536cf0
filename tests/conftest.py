"""Fixtures shared by all tests."""

from hypothesis import HealthCheck
from hypothesis import settings
from pytest_plone import fixtures_factory
from tests.layers import FUNCTIONAL_TESTING
from tests.layers import INTEGRATION_TESTING

# A busy machine is slow, which is no fault of a rule.
settings.register_profile(
    "suite", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("suite")

LAYERS = (
    (FUNCTIONAL_TESTING, "functional"),
    (INTEGRATION_TESTING, "integration"),
)

globals().update(fixtures_factory(LAYERS, keep_session=False))


def pytest_collection_modifyitems(items):
    """Set a layer up at the first test that asks for it, and keep it.

    Rules and journeys never ask, so running them alone starts no Plone here. The
    session's fixture comes first: the layer's own class fixture would otherwise
    set it up again for each test.
    """
    for item in items:
        for _layer, prefix in LAYERS:
            if prefix in item.fixturenames:
                item.fixturenames.insert(0, f"{prefix}_session")

"""Fixtures shared by all tests."""

from pytest_plone import fixtures_factory
from tests.layers import FUNCTIONAL_TESTING
from tests.layers import INTEGRATION_TESTING

import pytest

LAYERS = (
    (FUNCTIONAL_TESTING, "functional"),
    (INTEGRATION_TESTING, "integration"),
)

globals().update(fixtures_factory(LAYERS, keep_session=False))


@pytest.fixture(autouse=True)
def _keep_layers(request):
    """Set a layer up at the first test that asks for it, and keep it.

    Rules and journeys never ask, so running them alone starts no Plone here.
    """
    for _layer, prefix in LAYERS:
        if prefix in request.fixturenames:
            request.getfixturevalue(f"{prefix}_session")

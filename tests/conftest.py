"""Fixtures shared by all tests."""

from pytest_plone import fixtures_factory
from tests.layers import FUNCTIONAL_TESTING
from tests.layers import INTEGRATION_TESTING

globals().update(
    fixtures_factory(
        (
            (FUNCTIONAL_TESTING, "functional"),
            (INTEGRATION_TESTING, "integration"),
        )
    )
)

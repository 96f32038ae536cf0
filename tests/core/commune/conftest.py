from base64 import b64encode
from plone.app.testing import setRoles
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.app.testing import TEST_USER_ID
from plone.app.testing import TEST_USER_NAME
from plone.app.testing import TEST_USER_PASSWORD
import pytest
import transaction


@pytest.fixture
def site(functional):
    """The site behind a real HTTP server."""
    yield functional["portal"]


@pytest.fixture
def commune_manager(site):
    """Credentials of somebody who runs the commune's site, and not the server."""
    setRoles(site, TEST_USER_ID, ["Member", "Commune Manager"])
    transaction.commit()
    return TEST_USER_NAME, TEST_USER_PASSWORD


@pytest.fixture
def member(site):
    setRoles(site, TEST_USER_ID, ["Member"])
    transaction.commit()
    return TEST_USER_NAME, TEST_USER_PASSWORD


@pytest.fixture
def administrator(site):
    return SITE_OWNER_NAME, SITE_OWNER_PASSWORD


@pytest.fixture
def png():
    """The smallest of pictures."""
    return b"\x89PNG\r\n\x1a\n" + b"\x00" * 16


@pytest.fixture
def base64():
    return lambda data: b64encode(data).decode()

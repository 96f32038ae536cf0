"""A body that is no JSON object is refused with a sentence, on every service."""

from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
import pytest
import requests


@pytest.mark.parametrize("body", ["{", "[]", "3", "null", '"x"'])
@pytest.mark.parametrize("service", ["@commune", "@notifications"])
def test_a_malformed_body_is_a_400_in_french(functional, service, body):
    answer = requests.patch(
        f"{functional['portal'].absolute_url()}/{service}",
        data=body,
        headers={"Accept": "application/json", "Content-Type": "application/json"},
        auth=(SITE_OWNER_NAME, SITE_OWNER_PASSWORD),
        timeout=60,
    )
    assert answer.status_code == 400
    assert "n'est pas un objet JSON" in answer.json()["message"]
    assert "traceback" not in answer.json()

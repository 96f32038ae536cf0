"""What an earlier release of the counter lacked."""

from io import BytesIO
from zipfile import ZipFile


def text_of(site):
    data = site.modeles["attestation-composition-menage"].odt_file.data
    return ZipFile(BytesIO(data)).read("content.xml").decode()


def test_the_attestation_tells_a_residence_from_a_household(released, upgraded):
    assert "residence" in text_of(upgraded)


def test_a_request_of_before_is_still_shown(upgraded):
    brains = upgraded.portal_catalog.unrestrictedSearchResults(portal_type="Request")
    filed = brains[0]._unrestrictedGetObject()
    assert list(filed.waiting_files) == []
    assert filed.files("answer") is not None

"""A commune of release 1000 has its register, empty, and its new documents."""

from imio.platform.core.documents import generate
from imio.platform.core.documents.templates import find_template
from imio.platform.deliberation.documents.specs import TEMPLATES
from imio.platform.deliberation.records.register import acts
from imio.platform.deliberation.workflow.registering import unregistered
from io import BytesIO
from zipfile import ZipFile


def test_the_documents_that_follow_a_meeting_are_there(upgraded):
    for spec in TEMPLATES:
        template = find_template(spec.id)
        assert template is not None, spec.id
        assert template.imio_helper_view == spec.helper_view


def test_a_body_numbers_its_acts_and_prints_an_empty_register(upgraded):
    college = upgraded["deliberations"]["college"]
    assert college.register_format == "{year}/{number:04}"
    assert acts(college) == [] and unregistered(college) == []
    made = generate(college, "deliberation-registre", "odt", check=False).data
    with ZipFile(BytesIO(made)) as odt:
        assert "Aucun acte" in odt.read("content.xml").decode()

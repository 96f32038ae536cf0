"""The add-on leaves nothing behind."""

from imio.platform.core.documents.templates import find_template
from plone import api

TYPES = (
    "ECounter",
    "Procedure",
    "ProcedureVersion",
    "RequestFolder",
    "Request",
    "RequestFile",
)
INDEXES = (
    "request_number",
    "request_procedure",
    "request_service",
    "request_assignee",
    "request_submitted",
    "request_tracking",
    "request_applicant",
)


def test_uninstalling_removes_what_installing_added(portal):
    assert set(TYPES) <= set(portal.portal_types.objectIds())
    portal.portal_setup.runAllImportStepsFromProfile(
        "profile-imio.platform.ecounter:uninstall"
    )
    assert not set(TYPES) & set(portal.portal_types.objectIds())
    assert not set(INDEXES) & set(portal.portal_catalog.indexes())
    assert not set(INDEXES) & set(portal.portal_catalog.schema())
    workflows = portal.portal_workflow.objectIds()
    assert not [each for each in workflows if each.startswith("ecounter")]
    records = portal.portal_registry.records
    assert not [key for key in records if "imio-platform-ecounter" in key]
    assert find_template("attestation-composition-menage") is None


def test_no_role_of_a_request_is_stored_on_it(counter):
    from imio.platform.ecounter.filing import drafts
    from imio.platform.ecounter.rules.facts import Person

    with api.env.adopt_roles(["Manager"]):
        request = drafts.start(counter.report, Person())
    assert request.get_local_roles() == ()
    assert request.listCreators() == ()

"""A body is configured in one page of few fields."""

from datetime import date
from imio.platform.deliberation.content.interfaces import IDeliberativeBody
from imio.platform.deliberation.content.officials import members
from imio.platform.deliberation.rules.presets import PRESETS
from imio.platform.deliberation.workflow.publicity import meeting_is_public
from plone import api
from plone.supermodel.interfaces import FIELDSETS_KEY
from plone.supermodel.utils import mergedTaggedValueList
from tests.core.organisation.builders import account
from tests.core.organisation.builders import mandate
from tests.core.organisation.builders import person
from tests.deliberation import builders
from tests.deliberation.publishing import status
from tests.deliberation.publishing import visit
from zope.component import getUtility
from zope.schema import getFieldNames
from zope.schema.interfaces import IVocabularyFactory
import pytest
import transaction


def body(hall, preset, **fields):
    with api.env.adopt_roles(["Manager"]):
        return api.content.create(
            hall.college.aq_parent,
            "DeliberativeBody",
            preset,
            title=PRESETS[preset].title,
            preset=preset,
            **fields,
        )


def test_every_preset_finds_its_mandates_in_the_organisation(integration):
    portal = integration["portal"]
    bodies = getUtility(IVocabularyFactory, "imio.platform.core.bodies")(portal)
    offices = getUtility(IVocabularyFactory, "imio.platform.core.mandate_functions")
    known = {term.value for term in offices(portal)}
    for preset in PRESETS.values():
        assert preset.id in bodies, preset.id
        assert known.issuperset(preset.chair_functions), preset.id
        assert known.issuperset(preset.secretary_functions), preset.id


def test_two_commissions_have_their_own_members(integration):
    hall = builders.town_hall(integration["portal"])
    root = integration["portal"]["organisation"]
    one = person(root, "Nour", "Haddad", email="n@example.org")
    mandate(one, "conseiller", date(2024, 12, 2), body="commission")
    works = body(hall, "commission")
    people = {m.person_name for m in members(works, date(2026, 6, 1))}
    assert people == {"Nour Haddad"}
    works.members_of = "council"
    people = {m.person_name for m in members(works, date(2026, 6, 1))}
    assert "Nour Haddad" not in people and "Jean Henrotte" in people


@pytest.mark.parametrize("preset", ["cpas_council", "cpas_bureau"])
def test_a_closed_body_shows_the_public_nothing(integration, preset):
    hall = builders.town_hall(integration["portal"])
    closed = body(hall, preset, publicity="drafts")
    meeting = builders.meeting(hall, body=closed)
    meeting.workflow_history = {
        "meeting_workflow": ({"review_state": "convened", "action": None},)
    }
    assert api.content.get_state(meeting) == "convened"
    assert not meeting_is_public(meeting)


def test_a_body_is_one_page_of_few_fields(functional):
    hall = builders.town_hall(functional["portal"])
    account("gestionnaire")
    api.group.add_user(groupname="Site Administrators", username="gestionnaire")
    transaction.commit()
    aside = mergedTaggedValueList(IDeliberativeBody, FIELDSETS_KEY)
    rarely = {name for fieldset in aside for name in fieldset.fields}
    assert len(set(getFieldNames(IDeliberativeBody)) - rarely) <= 8
    url = f"{hall.college.absolute_url()}/edit"
    page = visit(functional["app"], url, "gestionnaire")
    page.getControl(name="form.widgets.preset:list").value = ["cpas_council"]
    page.getControl(name="form.widgets.place").value = "Salle du CPAS"
    page.getControl(name="form.buttons.save").click()
    assert status(page) == 200
    transaction.begin()
    assert hall.college.rules().id == "cpas_council"

"""Names of people and mandates follow from what is recorded."""

from datetime import date
from plone import api
from tests.core.organisation.builders import mandate
from tests.core.organisation.builders import organisation
from tests.core.organisation.builders import person
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


def test_person_is_named_by_first_and_last_name(portal):
    elected = person(organisation(portal), "Éloïse", "D'Haese")
    assert elected.title == "Éloïse D'Haese"
    assert elected.getId() == "eloise-dhaese"


def test_mandates_agree_again_when_the_gender_is_corrected(portal):
    elected = person(organisation(portal), "Dominique", "Lambert", "M")
    alderman = mandate(elected, "echevin", date(2024, 12, 2))
    assert alderman.title == "Échevin"
    elected.gender = "F"
    notify(ObjectModifiedEvent(elected))
    assert alderman.title == "Échevine"
    found = api.content.find(portal_type="Mandate", Title="Échevine")
    assert [brain.UID for brain in found] == [alderman.UID()]

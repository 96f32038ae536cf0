"""The mails that release 1000 noted stay the proof of a convocation."""

from imio.platform.deliberation.records import storage
from imio.platform.deliberation.records.convocations import KEY
from imio.platform.deliberation.records.convocations import sendings
from imio.platform.deliberation.records.convocations import waves
from imio.platform.deliberation.upgrades.v1001 import convocations
from zope.annotation.interfaces import IAnnotations

LINE = {
    "member": "m1",
    "name": "Nadia Peeters",
    "email": "nadia@example.org",
    "sent_at": "2026-06-15T09:00:00+02:00",
}


def convened(site):
    brains = site.portal_catalog.unrestrictedSearchResults(portal_type="Meeting")
    found = (brain._unrestrictedGetObject() for brain in brains)
    return next(meeting for meeting in found if meeting.convened_at is not None)


def test_a_list_of_mails_becomes_the_first_sending(upgraded):
    meeting = convened(upgraded)
    IAnnotations(meeting).pop(KEY, None)
    storage.write(meeting, convocations.FORMER, {"sent": (LINE,)})
    convocations.upgrade(upgraded.portal_setup)
    convocations.upgrade(upgraded.portal_setup)
    assert [one.email for one in sendings(meeting)] == ["nadia@example.org"]
    assert [wave.kind for wave in waves(meeting)] == ["convocation"]
    assert convocations.FORMER_KEY not in IAnnotations(meeting)


def test_the_complementary_agenda_is_offered_after_the_upgrade(upgraded):
    assert "deliberation-ordre-du-jour-complementaire" in upgraded.modeles

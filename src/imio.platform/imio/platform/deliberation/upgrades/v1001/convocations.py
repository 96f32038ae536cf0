"""Release 1000 kept one list of mails a meeting; each sending is now kept apart.

The instant it noted was that of handing the mail to the queue; it stays, as the only
proof there is.
"""

from imio.platform.deliberation.content.meeting import storable
from imio.platform.deliberation.records import storage
from imio.platform.deliberation.records.agenda import agenda
from imio.platform.deliberation.records.convocations import add_wave
from imio.platform.deliberation.records.convocations import CONVOCATION
from imio.platform.deliberation.records.convocations import Sending
from imio.platform.deliberation.records.convocations import Wave
from imio.platform.deliberation.records.convocations import waves
from plone import api
from zope.annotation.interfaces import IAnnotations

FORMER = "convocations"
FORMER_KEY = f"{storage.PREFIX}.{FORMER}"


def upgrade(setup) -> None:
    """Turn the list of each convened meeting into its first sending."""
    catalog = api.portal.get_tool("portal_catalog")
    for brain in catalog.unrestrictedSearchResults(portal_type="Meeting"):
        meeting = brain._unrestrictedGetObject()
        if FORMER_KEY in IAnnotations(meeting):
            _move(meeting)


def _move(meeting) -> None:
    lines = storage.read(meeting, FORMER).get("sent", ())
    instant = meeting.convened_at or storable(meeting.date)
    points = tuple(entry.uid for entry in agenda(meeting) if entry.fixed_number)
    sent = tuple(Sending(**line) for line in lines)
    if not waves(meeting):
        add_wave(meeting, Wave(instant.isoformat(), CONVOCATION, points, sent))
    del IAnnotations(meeting)[FORMER_KEY]

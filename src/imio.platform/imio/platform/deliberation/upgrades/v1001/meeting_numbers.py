"""Release 1000 gave meetings no number: those it convoked get theirs, by date."""

from imio.platform.deliberation.content.vocabularies import meetings_of
from imio.platform.deliberation.workflow.numbering import give_number
from plone import api


def upgrade(setup) -> None:
    """Number the convoked meetings of each body, so that the next one follows."""
    catalog = api.portal.get_tool("portal_catalog")
    for brain in catalog.unrestrictedSearchResults(portal_type="DeliberativeBody"):
        for meeting in meetings_of(brain._unrestrictedGetObject()):
            if meeting.convened_at is not None:
                give_number(meeting)

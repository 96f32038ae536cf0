"""What the public saw before the upgrade, it sees after, and open data knows it."""

from AccessControl.PermissionRole import rolesForPermissionOn
from imio.platform.deliberation.content.vocabularies import meetings_of
from imio.platform.deliberation.records.exposure import exposure
from imio.platform.deliberation.workflow.publicity import meeting_is_public


def test_public_meetings_stay_public_and_are_remembered(upgraded):
    root = upgraded["deliberations"]
    public = [
        meeting
        for body in root.objectValues()
        for meeting in meetings_of(body)
        if meeting_is_public(meeting)
    ]
    assert public
    for meeting in public:
        assert "Anonymous" in rolesForPermissionOn("View", meeting)
        known = exposure(root, "meeting", meeting.UID())
        assert known is not None
        assert not known.hidden


def test_points_of_the_old_site_are_found_by_their_nature(upgraded):
    catalog = upgraded.portal_catalog
    every = catalog.unrestrictedSearchResults(portal_type="AgendaItem")
    decisions = catalog.unrestrictedSearchResults(
        portal_type="AgendaItem", item_kind="decision", item_privacy="public"
    )
    assert 0 < len(decisions) < len(every)

"""What is read of the organisation serves again only within its block."""

from datetime import date
from imio.platform.core.organisation import directory
from imio.platform.core.organisation import mandates
from imio.platform.core.organisation.still import standing_still
from tests.core.organisation.builders import mandate
from tests.core.organisation.builders import organisation
from tests.core.organisation.builders import person
from tests.core.organisation.builders import service


def test_the_organisation_is_read_once_within_the_block_and_anew_after_it(portal):
    root = organisation(portal)
    elected = person(root, "Anne", "Rossi")
    with standing_still():
        assert mandates.all_mandates() == []
        assert directory.services() == []
        mandate(elected, "conseiller", date(2024, 12, 2), body="council")
        service(root, "Travaux")
        assert mandates.all_mandates() == []
        assert directory.services() == []
    assert len(mandates.all_mandates()) == 1
    assert [one.title for one in directory.services()] == ["Travaux"]


def test_who_changes_what_he_was_given_changes_nothing_for_others(portal):
    service(organisation(portal), "Travaux")
    with standing_still():
        directory.services().clear()
        assert len(directory.services()) == 1

"""Elected members of an upgraded site find their space, and nothing stored is missed."""

from imio.platform.deliberation.records.announced import answers
from imio.platform.deliberation.records.notebook import Notebook

ACTION = "councillor-space"


def test_the_account_menu_leads_to_the_space(released, upgraded):
    assert ACTION not in released.portal_actions.user.objectIds()
    assert ACTION in upgraded.portal_actions.user.objectIds()


def test_a_site_without_notebooks_answers(upgraded):
    assert Notebook("echevin").notes() == []
    college = upgraded["deliberations"]["college"]
    meetings = [one for one in college.objectValues() if one.portal_type == "Meeting"]
    assert meetings
    assert all(answers(meeting) == {} for meeting in meetings)

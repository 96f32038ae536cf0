"""Lists that a dashboard proposes by itself."""

from imio.platform.core.browser.dashboard.selection import form_of
from imio.platform.core.browser.dashboard.selection import read_selection
from imio.platform.core.browser.dashboard.selection import Selection


def read(query_string: str) -> Selection:
    return read_selection(form_of(query_string), ["state"], [], [], ["mine"])


def test_a_ready_list_is_written_in_the_address():
    selection = read("list=mine&f.state=draft")
    assert selection.ready == "mine"
    assert selection.query_string() == "list=mine&f.state=draft"
    assert selection.at_page(2).without_facet("state").ready == "mine"


def test_a_list_that_the_reader_is_not_offered_is_not_listened_to():
    assert read("list=others").ready == ""
    assert read("list=").query_string() == ""

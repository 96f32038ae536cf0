"""What an earlier release of the web site lacked."""


def imports(site):
    return site.portal_actions.object_buttons.ical_import_enable.visible


def test_editors_are_no_more_offered_a_menu_in_english(released, upgraded):
    assert not imports(upgraded)

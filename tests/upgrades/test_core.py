"""What release 1000 of core lacks."""

from imio.platform.core.upgrades.v1001 import actions


def test_the_old_site_has_no_door_to_the_configuration(released):
    assert "commune-setup" not in released.portal_actions.user


def test_the_commune_manager_gets_the_link_and_hidden_links_stay_hidden(released):
    links = released.portal_actions.user
    links["my-notifications"].manage_changeProperties(visible=False)
    actions.upgrade(released.portal_setup)
    assert "commune-setup" in links
    assert links["my-notifications"].getProperty("visible") is False
    assert links["my-work"].getProperty("visible") is True

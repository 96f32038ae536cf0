from plone import api
from plone.app.portlets.utils import assignment_mapping_from_key
from plone.app.testing import applyProfile
from plone.app.theming.interfaces import IThemeSettings
from plone.registry.interfaces import IRegistry
from zope.component import getUtility


def portlets(portal, column):
    return list(assignment_mapping_from_key(portal, column, "context", "/"))


def test_the_stock_portlets_are_away_and_come_back(portal):
    columns = ("plone.leftcolumn", "plone.rightcolumn")
    assert [portlets(portal, column) for column in columns] == [[], []]
    applyProfile(portal, "imio.platform.theme:uninstall")
    assert portlets(portal, "plone.leftcolumn") == ["navigation"]
    assert set(portlets(portal, "plone.rightcolumn")) == {"news", "events"}


def current_theme():
    return getUtility(IRegistry).forInterface(IThemeSettings, check=False).currentTheme


def test_the_theme_is_current(portal):
    assert current_theme() == "commune"


def test_uninstalling_gives_barceloneta_back(portal):
    applyProfile(portal, "imio.platform.theme:uninstall")
    settings = getUtility(IRegistry).forInterface(IThemeSettings, check=False)
    assert settings.currentTheme == "barceloneta"
    assert settings.rules == "/++theme++barceloneta/rules.xml"
    assert settings.enabled


def test_uninstalling_gives_plone_s_settings_back(portal):
    applyProfile(portal, "imio.platform.theme:uninstall")
    record = api.portal.get_registry_record
    assert record("plone.allowed_types") == ("text/html", "text/x-web-textile")
    assert record("plone.resizing") is True
    assert record("plone.other_settings") == "{}"

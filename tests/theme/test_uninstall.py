from plone import api
from plone.app.testing import applyProfile
from plone.app.theming.interfaces import IThemeSettings
from plone.registry.interfaces import IRegistry
from zope.component import getUtility


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

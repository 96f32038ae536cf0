"""The one test layer: a French Plone site with every add-on installed."""

from plone.app.contenttypes.testing import PLONE_APP_CONTENTTYPES_FIXTURE
from plone.app.testing import applyProfile
from plone.app.testing import FunctionalTesting
from plone.app.testing import IntegrationTesting
from plone.app.testing import PloneSandboxLayer
from plone.testing.zope import WSGI_SERVER_FIXTURE
import os

# As the instance does: without its catalogue a French page would be in English.
os.environ.setdefault("zope_i18n_compile_mo_files", "true")

ADD_ONS = ("core", "theme", "website", "ecounter", "deliberation")


class PlatformLayer(PloneSandboxLayer):
    defaultBases = (PLONE_APP_CONTENTTYPES_FIXTURE,)

    def setUpZope(self, app, configurationContext):
        import imio.platform

        self.loadZCML(package=imio.platform)

    def setUpPloneSite(self, portal):
        portal.setLanguage("fr")
        for name in (
            "plone.default_language",
            "plone.available_languages",
        ):
            value = "fr" if name.endswith("default_language") else ["fr"]
            portal.portal_registry[name] = value
        portal.portal_workflow.setDefaultChain("simple_publication_workflow")
        for name in ADD_ONS:
            applyProfile(portal, f"imio.platform.{name}:default")


FIXTURE = PlatformLayer()
INTEGRATION_TESTING = IntegrationTesting(
    bases=(FIXTURE,), name="imio.platform:Integration"
)
FUNCTIONAL_TESTING = FunctionalTesting(
    bases=(FIXTURE, WSGI_SERVER_FIXTURE), name="imio.platform:Functional"
)

"""The scripts of a page: those for editing are not sent to visitors."""

from imio.platform.theme.rules.bundles import dependents
from plone import api
from plone.base.interfaces import IBundleRegistry
from plone.registry.interfaces import IRegistry
from Products.CMFPlone.resources.browser.resource import ScriptsView
from zope.component import getUtility
import re

#: Bundles that serve those who edit: half a megabyte that visitors do not need.
EDITING = {"plone", "plone-fullscreen", "eventedit"}
SCRIPT = re.compile(r'<script [^>]*data-bundle="(?P<bundle>[^"]+)"[^>]*></script>\s*')


class Scripts(ScriptsView):
    """A page that wants the editing bundle for visitors asks for it with
    ``add_bundle_on_request(request, "plone")``.
    """

    def index(self) -> str:
        rendered = super().index()
        asked = getattr(self.request, "enabled_bundles", None) or ()
        if "plone" in asked or not api.user.is_anonymous():
            return rendered
        left_out = self._left_out()
        return SCRIPT.sub(
            lambda script: "" if script["bundle"] in left_out else script[0], rendered
        )

    def _left_out(self) -> set[str]:
        bundles = getUtility(IRegistry).collectionOfInterface(
            IBundleRegistry, prefix="plone.bundles", check=False
        )
        needs = {name: record.depends for name, record in bundles.items()}
        return dependents(needs, EDITING)

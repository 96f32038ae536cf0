"""Work on a site outside a browser's request: commands, jobs, imports."""

from plone.browserlayer.utils import registered_layers
from plone.i18n.utility import setLanguageBinding
from zope.component.hooks import setSite
from zope.globalrequest import setRequest
from zope.interface import alsoProvides
from zope.publisher.browser import setDefaultSkin


def enter_site(site) -> None:
    """Make ``site`` the present one, with the browser layers of its add-ons.

    Guards and documents are views: without the layers they would not be found.
    The site must be acquired from a root with a request.
    """
    setSite(site)
    request = site.REQUEST
    setRequest(request)
    setDefaultSkin(request)
    alsoProvides(request, *registered_layers())
    # Without a language a message would be told in English.
    setLanguageBinding(request)

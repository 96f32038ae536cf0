"""What a cached page depends on, besides the catalog: the hour and the settings."""

from hashlib import md5
from imio.platform.core.clock import now
from plone.app.caching.interfaces import IETagValue
from plone.registry.interfaces import IRegistry
from zope.component import adapter
from zope.component import queryUtility
from zope.interface import implementer
from zope.interface import Interface

#: Opening hours begin and end on such minutes; events leave the agenda by then.
MINUTES = 5

#: Registry records that pages show: those of the suite, up to the next name.
PREFIX = "imio.platform."
AFTER_PREFIX = "imio.platform/"


@implementer(IETagValue)
@adapter(Interface, Interface)
class FiveMinutes:
    """Changes every five minutes, so "open now" is never told too long."""

    def __init__(self, published, request):
        pass

    def __call__(self) -> str:
        return str(int(now().timestamp()) // (MINUTES * 60))


@implementer(IETagValue)
@adapter(Interface, Interface)
class SiteSettings:
    """Changes when the commune changes its settings, which no catalog counts."""

    def __init__(self, published, request):
        pass

    def __call__(self) -> str:
        registry = queryUtility(IRegistry)
        if registry is None:
            return ""
        values = registry.records._values
        digest = md5(usedforsecurity=False)
        for name, value in values.items(PREFIX, AFTER_PREFIX):
            digest.update(f"{name}={value!r};".encode())
        return digest.hexdigest()[:12]

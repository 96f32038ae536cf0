"""Sections drawn once for all anonymous visitors, until something changes."""

from collections.abc import Callable
from imio.platform.core.changes import content_state
from imio.platform.core.changes import is_changing
from imio.platform.website.caching.etags import FiveMinutes
from imio.platform.website.caching.etags import SiteSettings
from plone import api
from plone.memoize.ram import choose_cache
from zope.annotation.interfaces import IAnnotations

CACHE = "imio.platform.website.section"


def kept(section, request, draw: Callable[[], str]) -> str:
    """The section's HTML for anonymous visitors, drawn anew where it may differ."""
    if is_changing():
        return draw()
    cache = choose_cache(CACHE)
    key = repr((section.UID(), section.absolute_url(), *_site_state(request)))
    try:
        return cache[key]
    except KeyError:
        cache[key] = html = draw()
        return html


def _site_state(request) -> tuple:
    """What all sections depend on, read once for the page."""
    annotations = IAnnotations(request)
    if CACHE not in annotations:
        annotations[CACHE] = (
            api.portal.get_current_language(),
            *content_state(),
            FiveMinutes(None, request)(),
            SiteSettings(None, request)(),
        )
    return annotations[CACHE]

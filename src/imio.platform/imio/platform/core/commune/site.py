"""Keeps Plone's own settings in step with the commune.

Mails, the page title, the API's ``@site`` and the favicon come from there.
"""

from imio.platform.core.commune.images import decoded
from imio.platform.core.commune.interfaces import PREFIX
from plone.base.utils import get_installer
from plone.registry.interfaces import IRecordModifiedEvent
from plone.registry.interfaces import IRegistry
from zope.component.hooks import getSite

TITLE = "plone.site_title"
LOGO = "plone.site_logo"
FAVICON = "plone.site_favicon"
FAVICON_TYPE = "plone.site_favicon_mimetype"
LANGUAGES = "plone.available_languages"
DEFAULT_LANGUAGE = "plone.default_language"


def follow(event: IRecordModifiedEvent) -> None:
    """Carries a changed answer over to Plone's setting of the same meaning."""
    prefix, _dot, name = event.record.__name__.rpartition(".")
    if prefix == PREFIX and name in FOLLOWERS:
        FOLLOWERS[name](event.record.__parent__, event.newValue)


def _title(registry: IRegistry, name: str) -> None:
    if name:
        _set(registry, TITLE, name)


def _logo(registry: IRegistry, logo: bytes | None) -> None:
    _set(registry, LOGO, logo)


def _favicon(registry: IRegistry, favicon: bytes | None) -> None:
    _set(registry, FAVICON, favicon)
    image = decoded(favicon)
    if image is not None:
        _set(registry, FAVICON_TYPE, image.content_type)


def _languages(registry: IRegistry, languages: list[str] | None) -> None:
    """A site with one folder a language is changed by its own set-up, not here."""
    site = getSite()
    if site is None or get_installer(site).is_product_installed(
        "plone.app.multilingual"
    ):
        return
    offered = [registry[DEFAULT_LANGUAGE]]
    offered += [language for language in languages or () if language not in offered]
    _set(registry, LANGUAGES, offered)


def _set(registry: IRegistry, name: str, value) -> None:
    if name in registry.records and registry[name] != value:
        registry[name] = value


FOLLOWERS = {
    "name": _title,
    "logo": _logo,
    "favicon": _favicon,
    "languages": _languages,
}

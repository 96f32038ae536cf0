"""The languages that a page can be read in."""

from plone.app.i18n.locales.browser.selector import LanguageSelector
from plone.app.multilingual.browser.selector import LanguageSelectorViewlet
from plone.app.multilingual.interfaces import IPloneAppMultilingualInstalled


def languages(context, request) -> list[dict]:
    """Code, name and address of each, empty when there is no choice to make."""
    if IPloneAppMultilingualInstalled.providedBy(request):
        selector = LanguageSelectorViewlet(context, request, None, None)
    else:
        selector = LanguageSelector(context, request, None, None)
    selector.update()
    if len(selector.tool.getSupportedLanguages()) < 2:
        return []
    if not (selector.available() or IPloneAppMultilingualInstalled.providedBy(request)):
        return []
    return [
        {
            "code": language["code"],
            "title": (language.get("native") or language["name"]).capitalize(),
            "url": language.get("url")
            or f"{context.absolute_url()}?set_language={language['code']}",
            "selected": language["selected"],
        }
        for language in selector.languages()
    ]

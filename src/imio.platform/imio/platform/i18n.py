"""The suite's one translation domain, whose own language is French."""

from zope.i18n.translationdomain import TranslationDomain
from zope.i18nmessageid import MessageFactory

DOMAIN = "imio.platform"

_ = MessageFactory(DOMAIN)


def french_first() -> TranslationDomain:
    """The domain, in French where a page's language is unknown or has no catalogue.

    Zope's own would tell the English text.
    """
    return TranslationDomain(DOMAIN, fallbacks=["fr"])

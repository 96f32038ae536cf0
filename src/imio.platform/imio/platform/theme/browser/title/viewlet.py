"""The title of the window: the page being read, then the commune."""

from imio.platform.core.browser.titles.interfaces import ITitledPage
from imio.platform.core.commune import commune
from imio.platform.i18n import _
from imio.platform.theme.browser.title.front_page import is_front_page
from plone.app.layout.viewlets.common import TitleViewlet
from plone.memoize.view import memoize
from xml.sax.saxutils import escape
from zope.i18n import translate

#: Plone's own pages, which have no title of their own.
TITLES = {
    "accessibility-info": _("Accessibilité"),
    "contact-info": _("Formulaire de contact"),
    "insufficient-privileges": _("Accès refusé"),
    "login": _("Se connecter"),
    "login-help": _("Aide à la connexion"),
    "logged-out": _("Vous êtes déconnecté"),
    "mail_password_form": _("Mot de passe perdu"),
    "overview-controlpanel": _("Configuration du site"),
    "require_login": _("Se connecter"),
    "sitemap": _("Plan du site"),
}


class PageTitle(TitleViewlet):
    """Tells pages apart: a view says its ``page_title``, a form its ``label``."""

    @property
    @memoize
    def page_title(self) -> str:
        own = self._own_title()
        if own:
            return escape(translate(own, context=self.request))
        return super().page_title

    def update(self) -> None:
        if self._own_title():
            self.site_title = self.sep.join([self.page_title, self._site()])
        elif is_front_page(self.context, self.request):
            slogan = escape(commune().slogan or "")
            self.site_title = self.sep.join(filter(None, [self._site(), slogan]))
        else:
            super().update()

    def _site(self) -> str:
        return escape(self.site_title_setting or "")

    def _own_title(self):
        view = self.view
        if ITitledPage.providedBy(view):
            return view.title
        form = getattr(view, "form_instance", view)
        return (
            getattr(view, "page_title", None)
            or TITLES.get(getattr(view, "__name__", ""))
            or getattr(form, "label", None)
        )

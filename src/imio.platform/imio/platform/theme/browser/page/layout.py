"""What the page's header and footer show, computed once a request."""

from Acquisition import aq_inner
from imio.platform.core.commune import Commune
from imio.platform.core.commune import commune
from imio.platform.core.commune.images import version
from imio.platform.core.rules.contacts import ContactError
from imio.platform.core.rules.contacts import international_phone
from imio.platform.theme.browser.palette.view import current_sheet
from imio.platform.theme.navigation.languages import languages
from imio.platform.theme.navigation.menu import menu
from imio.platform.theme.rules.menu import Entry
from imio.platform.theme.rules.menu import split
from imio.platform.theme.rules.socials import network
from plone import api
from plone.memoize.view import memoize
from Products.Five import BrowserView

ICONS = "++theme++commune/icons.svg"


class PageLayout(BrowserView):
    """Answers ``main_template``; one for each request."""

    @property
    @memoize
    def portal_state(self):
        return api.content.get_view("plone_portal_state", self.context, self.request)

    @property
    @memoize
    def site_url(self) -> str:
        return self.portal_state.portal_url()

    @property
    @memoize
    def home_url(self) -> str:
        return self.portal_state.navigation_root_url()

    @property
    @memoize
    def commune(self) -> Commune:
        return commune()

    @property
    def colours_url(self) -> str:
        return f"{self.site_url}/@@commune.css?v={current_sheet()[1]}"

    @property
    def logo_url(self) -> str | None:
        kept = self.commune.logo
        return kept and f"{self.site_url}/@@commune-logo?v={version(kept)}"

    def icon(self, name: str) -> str:
        """Address of a picture of the sprite."""
        return f"{self.site_url}/{ICONS}#{name}"

    @property
    @memoize
    def menu(self) -> tuple[Entry, ...]:
        return menu(aq_inner(self.context))

    @property
    def heads(self) -> tuple[Entry, ...]:
        return split(self.menu)[0]

    @property
    def others(self) -> tuple[Entry, ...]:
        return split(self.menu)[1]

    def url(self, entry: Entry) -> str:
        return f"{self.site_url}{entry.path}"

    @property
    @memoize
    def _path(self) -> str:
        site = "/".join(self.portal_state.portal().getPhysicalPath())
        here = "/".join(aq_inner(self.context).getPhysicalPath())
        return here.removeprefix(site)

    def current(self, entry: Entry) -> str | None:
        """Value of ``aria-current``: this very page, or the section it is in."""
        if self._path == entry.path:
            return "page"
        return "true" if entry.holds(self._path) else None

    @property
    @memoize
    def section(self) -> Entry | None:
        """The main page under which a page being read lies among others."""
        state = api.content.get_view("plone_context_state", self.context, self.request)
        if not state.is_view_template():
            return None
        for entry in self.menu:
            if entry.holds(self._path) and entry.path != self._path:
                return entry if len(entry.children) > 1 else None
        return None

    @property
    @memoize
    def languages(self) -> list[dict]:
        return languages(aq_inner(self.context), self.request)

    @property
    def is_anonymous(self) -> bool:
        return self.portal_state.anonymous()

    @property
    def member_name(self) -> str:
        member = self.portal_state.member()
        return member.getProperty("fullname") or member.getUserName()

    @property
    def member_links(self) -> list[dict]:
        """The person's own pages, as Plone's user actions tell them."""
        state = api.content.get_view("plone_context_state", self.context, self.request)
        return state.actions("user")

    @property
    def phone_link(self) -> str | None:
        try:
            return f"tel:{international_phone(self.commune.phone or '')}"
        except ContactError:
            return None

    @property
    def socials(self) -> list[dict[str, str]]:
        return [network(address) for address in self.commune.social_links]

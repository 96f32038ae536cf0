"""How each kind of section is drawn."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from functools import cached_property
from imio.platform.core.clock import now
from imio.platform.core.commune import commune
from imio.platform.core.organisation import directory
from imio.platform.website.browser.cards.cards import coming_events
from imio.platform.website.browser.cards.cards import event_card
from imio.platform.website.browser.cards.cards import news_card
from imio.platform.website.browser.cards.cards import news_query
from imio.platform.website.browser.hours.opening import opening_of
from imio.platform.website.content.hours import commune_holidays
from imio.platform.website.rules import wording
from imio.platform.website.rules.links import is_outside
from imio.platform.website.rules.links import resolve
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile

#: Services shown when the editor chose none.
MAX_SERVICES = 6


class SectionView(BrowserView):
    """A section as a part of its page; subclasses bring what their kind shows."""

    frame = ViewPageTemplateFile("frame.pt")
    can_edit = False

    def of(self, can_edit: bool) -> str:
        """The section's HTML, with the editor's buttons or without."""
        self.can_edit = can_edit
        return self.frame()

    def __call__(self) -> str:
        return self.of(False)

    @property
    def root_url(self) -> str:
        return api.portal.get_navigation_root(self.context).absolute_url()

    @property
    def root_path(self) -> str:
        root = api.portal.get_navigation_root(self.context)
        return "/".join(root.getPhysicalPath())

    @property
    def page_url(self) -> str:
        return aq_parent(aq_inner(self.context)).absolute_url()

    @property
    def css_class(self) -> str:
        kind = self.context.portal_type.removeprefix("Section").lower()
        background = self.context.background or "none"
        return f"home-section section-{kind} background-{background}"

    def body(self) -> str:
        return self.index()

    def links(self, name: str) -> list[dict]:
        """Rows of links of a field, ready to follow."""
        return [
            {
                **row,
                "url": resolve(row["link"], self.root_url),
                "is_outside": is_outside(row["link"]),
            }
            for row in getattr(self.context, name, None) or ()
        ]


class HeroView(SectionView):
    """The heading of the page."""

    def image(self) -> str:
        if self.context.image is None:
            return ""
        images = api.content.get_view("images", self.context, self.request)
        alt = self.context.image_alt or ""
        tag = images.tag("image", scale="huge", alt=alt, title=None, loading="eager")
        return tag or ""


class TilesView(SectionView):
    """Direct access."""

    @cached_property
    def icons(self):
        return api.content.get_view("iconresolver", self.context, self.request)

    def icon(self, tile: dict) -> str:
        name = tile.get("icon") or "arrow-right-circle"
        return self.icons.tag(name, tag_class="tile-icon", tag_alt="")


class TodayView(SectionView):
    """What is open."""

    @cached_property
    def services(self) -> list:
        at, holidays = now(), commune_holidays()
        shown = []
        for service in self._chosen():
            opening = opening_of(service, at, holidays)
            if opening.has_hours:
                shown.append((service, opening))
            if len(shown) == MAX_SERVICES:
                break
        return shown

    def _chosen(self):
        uids = self.context.services or [
            entry.uid for entry in directory.services() if entry.depth == 0
        ]
        for uid in uids:
            service = directory.service(uid)
            if service is not None and api.user.has_permission("View", obj=service):
                yield service

    def directory_url(self) -> str:
        """The directory of services; empty without an organisation."""
        brains = api.content.find(portal_type="Organisation", sort_limit=1)
        return f"{brains[0].getURL()}/@@annuaire" if brains else ""

    def today(self) -> str:
        return wording.day(now().date())

    def closures(self) -> list[tuple[str, list[str]]]:
        """Coming closures in words, each with the services that it closes."""
        found: dict[str, list[str]] = {}
        for service, opening in self.services:
            for words in opening.closures:
                found.setdefault(words, []).append(service.title)
        return list(found.items())

    def whom(self, titles: list[str]) -> str:
        """The services closed, or nothing when all those shown are."""
        return "" if len(titles) == len(self.services) else ", ".join(titles)


class NewsView(SectionView):
    """The latest news."""

    def cards(self) -> list:
        count = self.context.count or 3
        query = news_query(self.root_path)
        brains = api.content.find(**query, sort_limit=count)[:count]
        return [news_card(brain, self.request) for brain in brains]


class AgendaView(SectionView):
    """The coming events."""

    def cards(self) -> list:
        at = now()
        brains = coming_events(
            self.context, self.root_path, limit=self.context.count or 4
        )
        return sorted(
            (event_card(brain, at) for brain in brains), key=lambda card: card.start
        )


class TextView(SectionView):
    """A text."""

    def text(self) -> str:
        value = self.context.text
        return value.output_relative_to(self.context) if value else ""


class ContactView(SectionView):
    """The commune's coordinates."""

    @cached_property
    def commune(self):
        return commune()

    def link(self) -> str:
        return resolve(self.context.link, self.root_url) if self.context.link else ""


class SectionRedirect(BrowserView):
    """A section has no page of its own: it is shown in its page."""

    def __call__(self):
        page = aq_parent(aq_inner(self.context))
        url = f"{page.absolute_url()}#{self.context.getId()}"
        return self.request.response.redirect(url)

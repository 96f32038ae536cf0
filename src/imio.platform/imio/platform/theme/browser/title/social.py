"""What other sites show of a page that somebody shares there."""

from imio.platform.core.commune import commune
from imio.platform.theme.browser.title.front_page import is_front_page
from imio.platform.theme.browser.title.viewlet import PageTitle
from plone.app.layout.viewlets.social import SocialTagsViewlet
from xml.sax.saxutils import unescape

TITLES = ("og:title", "name")
DESCRIPTIONS = ("og:description", "description")


class SocialTags(PageTitle, SocialTagsViewlet):
    """The front page bears the commune's name; a page without summary, its slogan."""

    def _get_tags(self) -> list[dict]:
        return [tag for tag in map(self._mended, super()._get_tags()) if tag]

    def _mended(self, tag: dict) -> dict | None:
        name = tag.get("property") or tag.get("itemprop")
        if name in TITLES:
            return {**tag, "content": self._title()}
        if name in DESCRIPTIONS and not (tag["content"] or "").strip():
            slogan = commune().slogan
            return {**tag, "content": slogan} if slogan else None
        return tag

    def _title(self) -> str:
        is_front = is_front_page(self.context, self.request)
        if is_front and not self._own_title():
            return commune().name or self.site_title_setting
        # Escaped for the title of the window; the template escapes it again.
        return unescape(self.page_title)

"""What search engines show under the title of a page."""

from imio.platform.core.commune import commune
from imio.platform.theme.browser.title.front_page import is_front_page
from plone.app.layout.viewlets.common import DublinCoreViewlet


class PageDescription(DublinCoreViewlet):
    """A front page without a summary is described by the commune's slogan."""

    def update(self) -> None:
        super().update()
        tags = dict(self.metatags)
        slogan = commune().slogan
        is_silent = not tags.get("description")
        if slogan and is_silent and is_front_page(self.context, self.request):
            tags["description"] = slogan
        self.metatags = tags.items()

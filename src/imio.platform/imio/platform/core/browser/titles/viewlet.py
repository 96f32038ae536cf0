"""``<title>`` of the pages that have a name of their own."""

from html import escape
from plone.app.layout.viewlets.common import TitleViewlet
from zope.i18n import translate


class PageTitleViewlet(TitleViewlet):
    """The page's own name, then the site's."""

    def update(self):
        title = translate(self.view.title, context=self.request)
        self.site_title = self.sep.join([escape(title), self.site_title_setting])

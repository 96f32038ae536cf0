"""The documents that may be made of an object, below its own page."""

from imio.platform.core.documents import available_templates
from plone.app.layout.viewlets import ViewletBase
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode
from zope.component import getMultiAdapter

FORMAT_TITLES = {"pdf": "PDF", "odt": "ODT"}


class NoLinks(ViewletBase):
    """Nothing."""

    def render(self):
        return ""


class DocumentLinks(ViewletBase):
    """One line a document, one link a format."""

    index = ViewPageTemplateFile("links.pt")

    def update(self):
        super().update()
        state = getMultiAdapter(
            (self.context, self.request), name="plone_context_state"
        )
        self.documents = (
            available_templates(self.context) if state.is_view_template() else []
        )

    def render(self):
        return self.index() if self.documents else ""

    def links(self, document) -> list[dict]:
        """PDF first: it is what most people want."""
        base = self.context.absolute_url()
        return [
            {
                "title": FORMAT_TITLES[one],
                "url": f"{base}/@@document?"
                + urlencode({"template": document.id, "format": one}),
            }
            for one in sorted(document.formats, reverse=True)
        ]

"""The way from the organisation's overview to the directory."""

from plone.app.layout.viewlets.common import ViewletBase


class DirectoryLinkViewlet(ViewletBase):
    """Left out on the directory itself."""

    def render(self):
        if getattr(self.view, "__name__", "") == "annuaire":
            return ""
        return super().render()

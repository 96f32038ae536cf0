"""The steps of publication, above a page for those who may take one."""

from plone import api
from plone.app.layout.viewlets.common import ViewletBase

OURS = {"website_publication_workflow", "website_home_workflow"}


class ActionsViewlet(ViewletBase):
    """Core's bar of actions, on the pages of the web site."""

    def render(self):
        if api.user.is_anonymous() or not self._is_ours():
            return ""
        bar = api.content.get_view("actions-bar", self.context, self.request)
        return bar()

    def _is_ours(self) -> bool:
        workflow = api.portal.get_tool("portal_workflow")
        return bool(OURS & set(workflow.getChainFor(self.context)))

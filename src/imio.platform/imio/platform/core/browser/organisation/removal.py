"""Removing a service: asked for once, or refused with what to do first."""

from imio.platform.core.browser.titles.interfaces import ITitledPage
from imio.platform.core.workflow.guards import verdict
from imio.platform.i18n import _
from plone.app.content.browser.actions import DeleteConfirmationForm
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.interface import implementer


@implementer(ITitledPage)
class ServiceRemovalPage(DeleteConfirmationForm):
    """Plone's confirmation, unless the service is still in use."""

    title = _("Suppression d'un service")

    refused_template = ViewPageTemplateFile("removal_refused.pt")

    @property
    def verdict(self):
        return verdict(self.context, "delete")

    def __call__(self):
        if self.verdict:
            return super().__call__()
        self.request.response.setStatus(409)
        return self.refused_template()

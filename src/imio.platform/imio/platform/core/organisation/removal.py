"""Whether a service may be removed."""

from imio.platform.core.content.interfaces import IService
from imio.platform.core.interfaces import ALLOWED
from imio.platform.core.interfaces import IGuard
from imio.platform.core.interfaces import IServiceUse
from imio.platform.core.interfaces import refused
from imio.platform.core.interfaces import Verdict
from imio.platform.core.organisation.mandates import all_mandates
from imio.platform.core.organisation.membership import has_members
from imio.platform.i18n import _
from zope.component import adapter
from zope.component import subscribers
from zope.interface import implementer


@implementer(IServiceUse)
@adapter(IService)
class MandatesInService:
    """Mandates exercised in the service, past ones too: deeds name them."""

    def __init__(self, context):
        self.context = context

    def reason(self) -> str:
        uid = self.context.UID()
        if any(mandate.service_uid == uid for mandate in all_mandates()):
            return _(
                "Des mandats sont ou ont été exercés dans ce service : fermez-le plutôt, "
                "son histoire est gardée."
            )
        return ""


@implementer(IGuard)
@adapter(IService)
class ServiceRemoval:
    """Refuses while sub-services, members or files depend on the service.

    Closing it is always possible: it leaves the choices and keeps its history.
    """

    def __init__(self, context):
        self.context = context

    def __call__(self) -> Verdict:
        if any(child.portal_type == "Service" for child in self.context.objectValues()):
            return refused(
                _(
                    "Ce service contient des sous-services : déplacez-les d'abord, "
                    "ou fermez le service."
                )
            )
        if has_members(self.context.UID()):
            return refused(
                _(
                    "Des personnes ont encore une fonction dans ce service : "
                    "retirez-leur d'abord leurs fonctions, ou fermez le service."
                )
            )
        for use in subscribers((self.context,), IServiceUse):
            reason = use.reason()
            if reason:
                return refused(reason)
        return ALLOWED

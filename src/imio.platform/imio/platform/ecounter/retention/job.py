"""The job that erases what is due in a counter."""

from imio.platform.core.jobs import GiveUp
from imio.platform.core.jobs import job
from imio.platform.core.jobs import SYSTEM
from imio.platform.ecounter.content.interfaces import IECounter
from imio.platform.ecounter.retention.erasing import erase_due
from imio.platform.i18n import _
from plone.app.uuid.utils import uuidToObject

ERASING = "imio.platform.ecounter.retention"


@job(ERASING, title=_("Conservation des demandes du guichet"), run_as=SYSTEM)
def erase(site, counter_uid: str) -> None:
    """Erase what is due today."""
    counter = uuidToObject(counter_uid, unrestricted=True)
    if not IECounter.providedBy(counter):
        raise GiveUp("Ce guichet n'existe plus.")
    erase_due(counter)

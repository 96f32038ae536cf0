"""Each reminder is sent once, whatever happens to the job that sends it."""

from imio.platform.deliberation.rules.reminders import Reminder
from persistent.list import PersistentList
from zope.annotation.interfaces import IAnnotations

KEY = "imio.platform.deliberation.reminders"


def first_time(context, found: Reminder) -> bool:
    """Whether a reminder was never sent; it is then noted as sent."""
    annotations = IAnnotations(context)
    if found.key in annotations.get(KEY, ()):
        return False
    if KEY not in annotations:
        annotations[KEY] = PersistentList()
    annotations[KEY].append(found.key)
    return True

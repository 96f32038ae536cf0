"""An account is removed: who later gets the same name must find nothing."""

from imio.platform.deliberation.records.calendar_keys import withdraw
from imio.platform.deliberation.records.notebook import drop
from imio.platform.deliberation.records.notebook import Notebook
from zope.component.hooks import getSite


def forget(event) -> None:
    """Erase the notebook and close the calendar of the account."""
    if getSite() is None:
        return
    principal = event.principal
    user_id = principal if isinstance(principal, str) else principal.getId()
    withdraw(Notebook(user_id))
    drop(user_id)

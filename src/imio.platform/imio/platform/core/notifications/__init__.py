"""Mails that tell a person something happened, if the person wants them.

An add-on declares its kinds in ZCML and notifies::

    <utility
        component=".kinds.REQUEST_ASSIGNED"
        provides="imio.platform.core.notifications.interfaces.INotificationKind"
        name="ecounter.assigned"
        />

    REQUEST_ASSIGNED = NotificationKind(
        "ecounter.assigned", _("Une demande m'est attribuée"), default="immediate")

    notify(["agent"], "ecounter.assigned", subject, text, url)

Each person chooses in ``@@mes-notifications``.
"""

from imio.platform.core.notifications.interfaces import NotificationKind
from imio.platform.core.notifications.sending import notify

__all__ = ["NotificationKind", "notify"]

"""What agents may be told by mail, each as she chooses."""

from imio.platform.core.notifications.interfaces import NotificationKind
from imio.platform.ecounter.filing.mails import ANSWER
from imio.platform.ecounter.filing.mails import NEW_REQUEST
from imio.platform.i18n import _

NEW_REQUEST_KIND = NotificationKind(
    NEW_REQUEST,
    _("Une demande arrive au guichet"),
    _("Pour les services où vous êtes agent."),
)

ANSWER_KIND = NotificationKind(
    ANSWER,
    _("Un demandeur répond à une question du guichet"),
    _("Pour les demandes dont vous êtes chargé."),
)

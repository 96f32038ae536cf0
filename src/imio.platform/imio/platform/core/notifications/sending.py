"""Telling people what happened."""

from collections.abc import Iterable
from imio.platform.core.mail import send_mail
from imio.platform.core.mail.message import BadAddress
from imio.platform.core.notifications.choices import choice
from imio.platform.core.notifications.interfaces import IMMEDIATE
from imio.platform.core.notifications.interfaces import INotificationKind
from plone import api
from zope.component import getUtility
import logging

logger = logging.getLogger(__name__)


def notify(
    user_ids: Iterable[str], kind: str, subject: str, text: str, url: str
) -> list[str]:
    """Mail those of ``user_ids`` who want notifications of this kind, each alone.

    :param kind: name of an ``INotificationKind``.
    :param text: what happened, plain text; the address is added below.
    :param url: where to see it.
    :returns: ids of those who get a mail; people without address get none.
    :raises zope.interface.interfaces.ComponentLookupError: no such kind.
    """
    declared = getUtility(INotificationKind, name=kind)
    body = _body(text, url)
    told = []
    for user_id in dict.fromkeys(user_ids):
        if choice(user_id, declared) != IMMEDIATE:
            continue
        email = _email(user_id)
        if not email:
            continue
        try:
            send_mail([email], subject, body)
        except BadAddress as error:
            logger.warning("No notification for %s: %s", user_id, error)
            continue
        told.append(user_id)
    return told


def _email(user_id: str) -> str:
    member = api.user.get(userid=user_id)
    return (member.getProperty("email", "") or "") if member is not None else ""


def _body(text: str, url: str) -> str:
    choices_url = f"{api.portal.get().absolute_url()}/@@mes-notifications"
    lines = [text.strip(), "", url, "", "--"]
    lines.append(f"Choisir les notifications que je reçois : {choices_url}")
    return "\n".join(lines) + "\n"

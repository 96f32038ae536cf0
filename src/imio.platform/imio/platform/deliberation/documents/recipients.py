"""Who a meeting convokes, and where to."""

from dataclasses import dataclass
from imio.platform.core.organisation import mandates
from imio.platform.deliberation.content.officials import members_of
from plone import api
from plone.app.uuid.utils import uuidToObject


@dataclass(frozen=True)
class Recipient:
    """A member in function; ``email`` is empty where there is no address."""

    member: str
    name: str
    title: str
    email: str


def recipients(meeting) -> list[Recipient]:
    """The members on the meeting's day, by precedence."""
    return [
        Recipient(
            member=mandate.uid,
            name=mandate.person_name,
            title=mandates.title(mandate),
            email=_address(mandate),
        )
        for mandate in members_of(meeting)
    ]


def _address(mandate) -> str:
    """The mailbox the commune knows: private, then public, then the account's."""
    person = uuidToObject(mandate.person_uid, unrestricted=True)
    account = api.user.get(userid=mandate.user_id) if mandate.user_id else None
    return (
        getattr(person, "private_email", None)
        or getattr(person, "email", None)
        or (account.getProperty("email") if account is not None else "")
        or ""
    )

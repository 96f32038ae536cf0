"""Telling a service what became of its point."""

from imio.platform.core.notifications import NotificationKind
from imio.platform.core.notifications import notify
from imio.platform.core.organisation import membership
from imio.platform.deliberation.content.defaults import AUTHOR_FUNCTIONS
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.workflow.links import POSTPONED
from imio.platform.i18n import _

PUT_OFF = NotificationKind(
    "deliberation.item_put_off",
    _("Un point de mon service est reporté ou remis"),
    _("La séance le reporte à la suivante, ou le rend au service pour plus tard."),
)
RETURNED = NotificationKind(
    "deliberation.item_returned",
    _("Un point revient à mon service"),
    _("Le secrétariat le retourne, ou un niveau de validation le renvoie."),
)


def tell_put_off(item, made) -> None:
    """Mail the author and the service of a point that a meeting put off."""
    if item.outcome == POSTPONED:
        what = "est reporté à la prochaine séance. Vous n'avez rien à faire : il y est "
        what += "proposé avec ses annexes et ses avis."
        word = "reporté"
    else:
        what = "est remis à plus tard. Une copie en brouillon vous attend, avec ses "
        what += "annexes : complétez-la puis soumettez-la à nouveau."
        word = "remis à plus tard"
    _tell(made, PUT_OFF, f"Point {word} : {_subject(item)}", f"Ce point {what}")


def tell_returned(item, comment: str) -> None:
    """Mail the service whose point comes back to it, and why."""
    text = "Ce point revient à votre service."
    if comment:
        text += f" Motif :\n\n{comment}"
    _tell(item, RETURNED, f"Point retourné : {_subject(item)}", text)


def authors_of(item) -> list[str]:
    """The person who made the point, first, then those who draft for its service."""
    people: dict[str, None] = {}
    for function in AUTHOR_FUNCTIONS:
        members = membership.members(item.proposing_service, function)
        people.update(dict.fromkeys(members))
    made_by = [one for one in item.creators or () if one in people]
    return list(dict.fromkeys([*made_by, *people]))


def _tell(item, kind: NotificationKind, subject: str, text: str) -> None:
    text = f"{_subject(item)}\n\n{text}"
    notify(authors_of(item), kind.name, subject, text, item.absolute_url())


def _subject(item) -> str:
    """The body and the point; a closed one is not named in a mail."""
    title = item.title if item.privacy == "public" else "un point à huis clos"
    return f"{body_of(item).title}, {title}"

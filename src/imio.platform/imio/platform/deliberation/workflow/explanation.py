"""« Pourquoi ici ? »: the order of an agenda in a sentence."""

from imio.platform.core.organisation import directory
from imio.platform.deliberation.records.agenda import agenda
from imio.platform.deliberation.rules.agenda import numbers
from imio.platform.deliberation.workflow.lookup import find_item
from imio.platform.deliberation.workflow.order import placement
from imio.platform.i18n import _
from zope.i18nmessageid import Message

SENTENCES = {
    "minutes_first": _(
        "L'approbation d'un procès-verbal ouvre la séance, avant le point ${before}."
    ),
    "privacy": _("La séance publique vient avant le huis clos (point ${before})."),
    "list_type": _(
        "Les points convoqués viennent avant les points tardifs (point ${before})."
    ),
    "service": _(
        "Le service « ${service} » précède dans l'organigramme celui du point ${before}."
    ),
    "end": _("Aucun point ne doit le suivre : il est placé à la fin."),
    "closed_service": _("Son service est fermé : il est placé à la fin de sa partie."),
    "by_hand": _("Déplacé à la main."),
}


def explanation(meeting, uid: str, ranks: dict[str, int]) -> Message:
    """Why a point sits where it sits."""
    entries = agenda(meeting)
    own = next(entry for entry in entries if entry.uid == uid)
    if own.by_hand:
        return SENTENCES["by_hand"]
    item = find_item(uid)
    if item.proposing_service not in ranks:
        return SENTENCES["closed_service"]
    found = placement(meeting, uid, ranks)
    number_of = dict(zip((e.uid for e in entries), numbers(entries), strict=True))
    service = directory.service(item.proposing_service)
    return Message(
        SENTENCES[found.decided_by],
        mapping={
            "before": number_of.get(found.before, ""),
            "service": service.title if service is not None else "",
        },
    )

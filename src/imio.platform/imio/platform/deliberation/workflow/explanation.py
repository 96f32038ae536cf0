"""« Pourquoi ici ? »: the order of an agenda in a sentence."""

from imio.platform.core.organisation import directory
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.records.agenda import agenda
from imio.platform.deliberation.rules.agenda import ITEM
from imio.platform.deliberation.rules.agenda import numbers
from imio.platform.deliberation.workflow.lookup import find_items
from imio.platform.deliberation.workflow.order import all_placements
from imio.platform.deliberation.workflow.order import ranks_in
from imio.platform.i18n import _
from zope.i18nmessageid import Message

SENTENCES = {
    "requested_first": _(
        "Les points de ceux qui ont demandé la séance viennent d'abord (CDLD, art. "
        "L1122-12), avant le point ${before}."
    ),
    "requested_closed": _(
        "Les points de ceux qui ont demandé la séance ouvrent le huis clos (CDLD, art. "
        "L1122-12), avant le point ${before}."
    ),
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
    "category": _("Sa catégorie précède celle du point ${before}."),
    "end": _("Aucun point ne doit le suivre : il est placé à la fin."),
    "closed_service": _("Son service est fermé : il est placé à la fin de sa partie."),
    "sub_point": _("Sous-point : il suit le point auquel il est rattaché."),
    "by_hand": _("Déplacé à la main."),
}


def explanations(meeting) -> dict[str, Message]:
    """Why each point of an agenda sits where it sits, by uid, in one pass."""
    ranks = ranks_in(body_of(meeting))
    entries = agenda(meeting)
    placed = all_placements(meeting, ranks)
    number_of = dict(zip((e.uid for e in entries), numbers(entries), strict=True))
    titles = {entry.uid: entry.title for entry in directory.services()}
    items = find_items(entry.uid for entry in entries)
    found = {}
    for entry in entries:
        if entry.kind == ITEM:
            found[entry.uid] = _sentence(
                entry, items.get(entry.uid), placed, number_of, titles
            )
    return found


def explanation(meeting, uid: str) -> Message | str:
    """Why a point sits where it sits; nothing for what is not a point."""
    return explanations(meeting).get(uid, "")


def _sentence(entry, item, placed, number_of, titles) -> Message:
    placement = placed.get(entry.uid)
    if entry.level:
        return SENTENCES["sub_point"]
    if entry.by_hand or placement is None:
        return SENTENCES["by_hand"]
    service = item.proposing_service if item is not None else ""
    by_service = placement.decided_by in ("service", "end")
    if by_service and service not in titles:
        return SENTENCES["closed_service"]
    return Message(
        SENTENCES[placement.decided_by],
        mapping={
            "before": number_of.get(placement.before, ""),
            "service": titles.get(service, ""),
        },
    )

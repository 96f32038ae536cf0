"""What the catalog knows of meetings and points.

Private notes are not indexed, nor the words marked as personal data, and a
meeting's text holds no point: what is found must be what the finder may read.
"""

from imio.platform.deliberation.content.advice import IAdvice
from imio.platform.deliberation.content.agenda_item import text_of
from imio.platform.deliberation.content.interfaces import IAgendaItem
from imio.platform.deliberation.content.interfaces import IMeeting
from imio.platform.deliberation.rules.masking import masked
from plone import api
from plone.indexer import indexer


def working_services(proposing, advising) -> list[str]:
    """Keys of ``item_readers`` for services by what they do of a point."""
    return [
        *(f"proposes:{uid}" for uid in proposing),
        *(f"advises:{uid}" for uid in advising),
    ]


@indexer(IMeeting)
def meeting_date(meeting):
    # Kept as a column too, hence with a fixed offset.
    return meeting.date


@indexer(IAgendaItem)
def proposing_service(item):
    return item.proposing_service


@indexer(IAgendaItem)
def item_meeting(item):
    return item.meeting or None


@indexer(IAgendaItem)
def item_level(item):
    return item.level or None


@indexer(IAgendaItem)
def item_kind(item) -> str:
    return item.kind


@indexer(IAgendaItem)
def item_category(item) -> str | None:
    return item.category or None


@indexer(IAgendaItem)
def item_privacy(item) -> str:
    return item.privacy


@indexer(IAgendaItem)
def item_readers(item) -> list[str]:
    """The services that work on a point, whatever the public may see of it."""
    return working_services(
        [item.proposing_service] if item.proposing_service else [], item.asked_services
    )


@indexer(IAdvice)
def advice_service(advice) -> str | None:
    return advice.adviser_service or None


@indexer(IAgendaItem)
def item_text(item) -> str:
    texts = (item.synthesis_note, item.motivation, item.decision)
    transforms = api.portal.get_tool("portal_transforms")
    plain = [
        transforms.convertTo(
            "text/plain", masked(text_of(text)), mimetype="text/html"
        ).getData()
        for text in texts
        if text is not None
    ]
    return " ".join((item.title or "", *plain))

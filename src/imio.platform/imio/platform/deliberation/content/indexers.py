"""What the catalog knows of meetings and points.

Private notes are not indexed, nor the words marked as personal data, and a
meeting's text holds no point: what is found must be what the finder may read.
"""

from imio.platform.deliberation.content.agenda_item import text_of
from imio.platform.deliberation.content.interfaces import IAgendaItem
from imio.platform.deliberation.content.interfaces import IMeeting
from imio.platform.deliberation.rules.masking import masked
from plone import api
from plone.indexer import indexer


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

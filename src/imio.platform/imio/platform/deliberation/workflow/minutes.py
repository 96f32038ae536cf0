"""Approval of earlier minutes, put on the next agenda by itself (CDLD L1122-16)."""

from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.meeting import meeting_day
from imio.platform.deliberation.content.storage import items_folder
from imio.platform.deliberation.content.vocabularies import meetings_of
from imio.platform.deliberation.rules.french_dates import long_date
from imio.platform.deliberation.workflow.meeting_guards import approval_item
from imio.platform.deliberation.workflow.presenting import present
from imio.platform.deliberation.workflow.walking import validate_directly
from plone import api
from plone.app.textfield import RichTextValue

TO_APPROVE = ("held", "decisions_published")


def propose_minutes(meeting) -> list:
    """Put on ``meeting`` the approval of each earlier meeting not yet proposed."""
    body = body_of(meeting)
    proposed = []
    for earlier in meetings_of(body):
        if meeting_day(earlier) >= meeting_day(meeting):
            break
        if api.content.get_state(earlier) not in TO_APPROVE:
            continue
        if approval_item(earlier) is None:
            proposed.append(_propose(body, meeting, earlier))
    return proposed


def _propose(body, meeting, earlier):
    day = long_date(meeting_day(earlier))
    with api.env.adopt_roles(["Manager"]):
        item = api.content.create(
            items_folder(body, meeting_day(meeting).year),
            "AgendaItem",
            title=f"Approbation du procès-verbal de la séance du {day}",
            kind="minutes_approval",
            proposing_service=body.secretariat,
            minutes_of=earlier.UID(),
            synthesis_note=_text(
                f"Le procès-verbal de la séance du {day} est soumis à l'approbation."
            ),
            decision=_text(f"Le procès-verbal de la séance du {day} est approuvé."),
        )
        validate_directly(item)
        present(item, meeting)
    return item


def _text(words: str) -> RichTextValue:
    return RichTextValue(f"<p>{words}</p>", "text/html", "text/x-html-safe")

"""A point: its texts, where it stands, who acts next, and why it sits where it sits."""

from functools import cached_property
from imio.platform.core import clock
from imio.platform.core.annexes.listing import annexes
from imio.platform.core.clock import BRUSSELS
from imio.platform.core.organisation import directory
from imio.platform.deliberation.browser.public.reading import reads_item_as_public
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.settings import category_of
from imio.platform.deliberation.content.vocabularies import KINDS
from imio.platform.deliberation.content.vocabularies import ORIGINS
from imio.platform.deliberation.content.vocabularies import OUTCOMES
from imio.platform.deliberation.content.vocabularies import PRIVACIES
from imio.platform.deliberation.records.register import act_of
from imio.platform.deliberation.records.supervisions import supervision
from imio.platform.deliberation.rules.french_dates import full_date
from imio.platform.deliberation.rules.late_points import COUNCILLOR
from imio.platform.deliberation.rules.presets import Publicity
from imio.platform.deliberation.rules.register import Act
from imio.platform.deliberation.workflow.categories import reasons
from imio.platform.deliberation.workflow.duplicating import may_draft
from imio.platform.deliberation.workflow.explanation import explanation
from imio.platform.deliberation.workflow.lookup import find_meeting
from imio.platform.deliberation.workflow.lookup import meeting_of
from imio.platform.deliberation.workflow.numbering import reference_of
from imio.platform.deliberation.workflow.projection import AgendaLine
from imio.platform.deliberation.workflow.projection import author_name
from imio.platform.deliberation.workflow.projection import line_of
from imio.platform.deliberation.workflow.projection import sees_full_agenda
from imio.platform.deliberation.workflow.public_text import readable_html
from imio.platform.deliberation.workflow.public_text import reads_personal_data
from imio.platform.deliberation.workflow.publicity import decisions_are_public
from imio.platform.deliberation.workflow.supervising import may_be_followed
from imio.platform.deliberation.workflow.supervising import STAGES
from imio.platform.deliberation.workflow.voting import votes_sentence
from imio.platform.i18n import _
from plone import api
from Products.Five.browser import BrowserView
from zope.component import getMultiAdapter
from zope.i18n import translate

NOTES = "imio.platform.deliberation: View private notes"
MANAGE_AGENDA = "imio.platform.deliberation: Manage agenda"
DECIDE = "imio.platform.deliberation: Decide"


class ItemView(BrowserView):
    """The public reads the texts; the service and the secretariat also the notes."""

    def __call__(self):
        if reads_item_as_public(self.context):
            page = getMultiAdapter((self.context, self.request), name="public")
            return page()
        return self.index()

    @property
    def kind(self) -> str:
        return KINDS.get(self.context.kind, "")

    @property
    def origin(self) -> str:
        """Where the point comes from, when it is not simply from its service."""
        if self.context.origin == "service":
            return ""
        title = translate(ORIGINS.get(self.context.origin, ""), context=self.request)
        author = author_name(self.context)
        is_named = author and self.context.origin == COUNCILLOR
        return f"{title} : {author}" if is_named else title

    @property
    def handed_in(self) -> str:
        """When the burgomaster received a councillor's point, for the staff."""
        day = self.context.handed_in_on
        if not day or not self.shows_notes or self.context.origin != COUNCILLOR:
            return ""
        return full_date(day)

    @property
    def privacy(self) -> str:
        return PRIVACIES.get(self.context.privacy, "")

    @property
    def category(self) -> str:
        found = category_of(self.context)
        return found.title if found is not None else ""

    @property
    def imposed(self) -> list[str]:
        """What the law imposes because of the category, for who may read the notes."""
        if not self.shows_notes:
            return []
        return [translate(r, context=self.request) for r in reasons(self.context)]

    @property
    def service(self) -> str:
        found = directory.service(self.context.proposing_service)
        return found.title if found is not None else ""

    @cached_property
    def meeting(self):
        """The meeting, for who may know of it."""
        found = meeting_of(self.context)
        if found is None or not api.user.has_permission("View", obj=found):
            return None
        return found

    @cached_property
    def line(self) -> AgendaLine | None:
        """The point as it stands on the agenda, for this reader."""
        if self.meeting is None:
            return None
        return line_of(self.meeting, self.context.UID())

    @property
    def reference(self) -> str:
        """Its reference on the agenda, for who sees it there."""
        return reference_of(self.meeting, self.context) if self.line else ""

    @cached_property
    def shows_notes(self) -> bool:
        return bool(api.user.has_permission(NOTES, obj=self.context))

    @property
    def texts(self) -> list[tuple[str, str]]:
        """Title and safe HTML of each text that says something."""
        found = (
            (_("Note de synthèse"), readable_html(self.context, "synthesis_note")),
            (_("Motivation"), readable_html(self.context, "motivation")),
            (self.decision_title, readable_html(self.context, "decision")),
        )
        return [(title, html) for title, html in found if html]

    @property
    def decision_title(self) -> str:
        return _("Décision") if self.outcome else _("Décision proposée")

    @cached_property
    def outcome(self) -> str:
        """What was decided, once the reader may know."""
        meeting = meeting_of(self.context)
        if not self.context.outcome or meeting is None:
            return ""
        if self.shows_notes or decisions_are_public(meeting) or self._is_member:
            return translate(OUTCOMES[self.context.outcome], context=self.request)
        return ""

    @property
    def _is_member(self) -> bool:
        return bool(
            api.user.has_permission(
                "imio.platform.deliberation: View full agenda",
                obj=meeting_of(self.context),
            )
        )

    @property
    def vote(self) -> str:
        """The vote in words, once the outcome may be known."""
        meeting = meeting_of(self.context)
        if not self.outcome or meeting is None:
            return ""
        # The college does not sit in public (CDLD L1123-20): its voices stay its own.
        in_public = body_of(meeting).rules().publicity is Publicity.DRAFTS
        named = in_public or self.shows_notes or self._is_member
        return votes_sentence(meeting, self.context.UID(), named)

    @property
    def why(self) -> str:
        """Why it sits there, for the secretariat."""
        if self.line is None or not api.user.has_permission(
            MANAGE_AGENDA, obj=self.context
        ):
            return ""
        uid = self.context.UID()
        sentence = explanation(self.meeting, uid)
        return translate(sentence, context=self.request)

    @cached_property
    def act(self) -> Act | None:
        """The act of the register, once the reader may know the outcome."""
        return act_of(body_of(self.context), self.context) if self.outcome else None

    @property
    def act_url(self) -> str:
        """The fixed PDF, which holds the words marked as personal data too."""
        if not self.act.has_file or not reads_personal_data(self.context):
            return ""
        query = "template=deliberation-deliberation&format=pdf"
        return f"{self.context.absolute_url()}/@@document?{query}"

    @cached_property
    def may_manage(self) -> bool:
        return bool(api.user.has_permission(MANAGE_AGENDA, obj=self.context))

    @property
    def may_follow(self) -> bool:
        return self.may_manage and may_be_followed(self.context)

    @property
    def supervision(self) -> str:
        """Where the act stands at the supervision."""
        found = supervision(body_of(self.context), self.context.UID())
        return STAGES[found.stage(clock.today())] if found else _("Suivre cet acte")

    @property
    def minutes_url(self) -> str:
        """The page of the minutes that this point approves, for who may read them."""
        earlier = find_meeting(self.context.minutes_of)
        if earlier is None or not sees_full_agenda(earlier):
            return ""
        return f"{earlier.absolute_url()}/@@observations"

    @property
    def may_decide(self) -> bool:
        return (
            self.meeting is not None
            and api.content.get_state(self.context) == "frozen"
            and bool(api.user.has_permission(DECIDE, obj=self.meeting))
        )

    @property
    def may_edit(self) -> bool:
        return bool(api.user.has_permission("Modify portal content", obj=self.context))

    @property
    def may_duplicate(self) -> bool:
        """Whether the reader drafts for this body."""
        return may_draft(body_of(self.context))

    @cached_property
    def annexes(self) -> list:
        return annexes(self.context)

    @property
    def history(self) -> list[dict]:
        """Transitions, the latest first, for who may read the notes."""
        if not self.shows_notes:
            return []
        tool = api.portal.get_tool("portal_workflow")
        chain = tool.getChainFor(self.context)
        events = self.context.workflow_history.get(chain[0], ()) if chain else ()
        return [self._event(event) for event in reversed(events) if event["action"]]

    def _event(self, event) -> dict:
        tool = api.portal.get_tool("portal_workflow")
        actor = api.user.get(userid=event["actor"]) if event["actor"] else None
        transition = tool.getWorkflowsFor(self.context)[0].transitions.get(
            event["action"]
        )
        return {
            "action": transition.title if transition is not None else event["action"],
            "actor": (actor and actor.getProperty("fullname")) or event["actor"] or "",
            "when": f"{event['time'].asdatetime().astimezone(BRUSSELS):%d/%m/%Y %H:%M}",
            "comment": event["comments"],
        }

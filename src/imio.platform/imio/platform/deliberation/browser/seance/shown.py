"""What the page of a meeting in session shows, and what was seen of it."""

from functools import cached_property
from imio.platform.deliberation.browser.body.items import waiting_items
from imio.platform.deliberation.browser.forms import FormPage
from imio.platform.deliberation.browser.meeting.view import STATUS_TITLES
from imio.platform.deliberation.browser.seance.voting import ShownVoting
from imio.platform.deliberation.content import officials
from imio.platform.deliberation.content.agenda_item import text_of
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.vocabularies import OUTCOMES
from imio.platform.deliberation.records.presence import member_uids
from imio.platform.deliberation.records.presence import presence
from imio.platform.deliberation.records.presence import quorum
from imio.platform.deliberation.records.sitting import closed_doors
from imio.platform.deliberation.records.sitting import pauses
from imio.platform.deliberation.records.tokens import token
from imio.platform.deliberation.rules.closed_doors import closing_sentence
from imio.platform.deliberation.rules.french_dates import hour
from imio.platform.deliberation.rules.pauses import is_suspended
from imio.platform.deliberation.rules.pauses import pause_sentence
from imio.platform.deliberation.rules.presence import Status
from imio.platform.deliberation.rules.urgency import needed_for_urgency
from imio.platform.deliberation.workflow.hands import signature
from imio.platform.deliberation.workflow.hints import sent_warning
from imio.platform.deliberation.workflow.item_guards import quorum_verdict
from imio.platform.deliberation.workflow.late_points import asks_urgency
from imio.platform.deliberation.workflow.lookup import find_item
from imio.platform.deliberation.workflow.projection import lines
from imio.platform.deliberation.workflow.projection import state_title
from imio.platform.deliberation.workflow.urgent import urgency_words
from imio.platform.i18n import _
from plone import api
from plone.app.z3cform.widgets.richtext import get_tinymce_options
from zope.component import getMultiAdapter
import json

#: Blocks of the page, each with its own form and its own token.
BLOCKS = {
    "presence": "presence",
    "vote-public": "vote",
    "vote-secret": "vote",
    "vote-election": "vote",
    "clear-vote": "vote",
    "decide": "decision",
    "postponed": "decision",
    "delayed": "decision",
    "withdrawn": "decision",
    "noted": "decision",
    "reopen": "decision",
    "return": "return",
    "urgent": "urgent",
    "suspend": "sitting",
    "resume": "sitting",
    "close": "sitting",
    "close-doors": "doors",
    "open-doors": "doors",
}


def _hour(moment) -> dict[str, str]:
    return {"hour": hour(moment.time())}


class ShownSeance(FormPage):
    """The present point of ``?item=<uid>``, with its attendance and its votes."""

    # Where the sitting stands.

    @property
    def user_id(self) -> str:
        """Whose drafts the browser keeps."""
        return api.user.get_current().getId() or ""

    @cached_property
    def points(self):
        return [line for line in lines(self.context) if line.kind == "item"]

    @cached_property
    def item_uid(self) -> str:
        asked = self.value("item")
        uids = [line.uid for line in self.points]
        if asked in uids:
            return asked
        waiting = [line.uid for line in self.points if not line.outcome]
        return next(iter(waiting or uids), "")

    @cached_property
    def position(self) -> int:
        return [line.uid for line in self.points].index(self.item_uid)

    @property
    def point(self):
        return self.points[self.position] if self.item_uid else None

    @property
    def previous(self):
        return self.points[self.position - 1] if self.position else None

    @property
    def following(self):
        after = self.points[self.position + 1 :]
        return after[0] if after else None

    @cached_property
    def item(self):
        return find_item(self.item_uid)

    @property
    def state(self) -> str:
        return api.content.get_state(self.item)

    @property
    def state_title(self) -> str:
        return state_title(self.item)

    @property
    def is_open(self) -> bool:
        """Whether the point can be voted on and decided now."""
        return self.is_in_session and self.state == "frozen"

    @property
    def is_in_session(self) -> bool:
        return api.content.get_state(self.context) in ("in_session", "held")

    @property
    def texts(self) -> list[tuple[str, str]]:
        found = (
            (_("Note de synthèse"), text_of(self.item.synthesis_note)),
            (_("Motivation"), text_of(self.item.motivation)),
        )
        return [(title, html) for title, html in found if html]

    @property
    def urgency(self) -> str:
        return urgency_words(self.context, self.item_uid)

    # The sitting itself.

    @property
    def hours(self) -> list[str]:
        """When the sitting was opened, suspended, resumed and closed."""
        opened, closed = self.context.opened_at, self.context.closed_at
        told = [pause_sentence(pause) for pause in pauses(self.context)]
        if opened:
            sentence = _("Séance ouverte à ${hour}.", mapping=_hour(opened))
            told.insert(0, self.said(sentence))
        if closed:
            sentence = _("Séance levée à ${hour}.", mapping=_hour(closed))
            told.append(self.said(sentence))
        return told

    @property
    def may_pause(self) -> bool:
        return api.content.get_state(self.context) == "in_session"

    @property
    def is_suspended(self) -> bool:
        return is_suspended(pauses(self.context))

    @property
    def closing(self) -> str:
        """How the doors were closed at this point, in words."""
        found = closed_doors(self.context, self.item_uid)
        return closing_sentence(found) if found is not None else ""

    @property
    def may_close_doors(self) -> bool:
        return (
            self.is_open
            and self.may_pause
            and self.item.privacy == "public"
            and not body_of(self.context).rules().always_closed
            and body_of(self.context).rules().closes_by_vote
        )

    @property
    def two_thirds(self) -> int:
        return needed_for_urgency(self.quorum.present)

    def hand(self, part: str) -> str:
        """Who saved a part of the point last, in words."""
        name, at = signature(self.context, self.item_uid, part)
        if not name:
            return ""
        if not at:
            return self.said(_("Enregistré par ${name}.", mapping={"name": name}))
        return self.said(
            _("Enregistré par ${name} à ${hour}.", mapping={"name": name, "hour": at})
        )

    # Presence and quorum.

    @cached_property
    def quorum(self):
        return quorum(self.context, self.item_uid)

    @property
    def refusal(self) -> str:
        found = quorum_verdict(self.context, self.item_uid)
        return "" if found else self.said(found.reason)

    @cached_property
    def is_recorded(self) -> bool:
        return presence(self.context).is_recorded(member_uids(self.context))

    @property
    def status_choices(self) -> list[tuple[str, str]]:
        return [
            (str(status), self.said(title))
            for status, title in STATUS_TITLES.items()
            if self.is_recorded or status is not Status.NON_ATTENDEE
        ]

    @cached_property
    def statuses(self) -> dict[str, str]:
        """Status of each member at the point, as it is recorded."""
        noted = presence(self.context)
        return {
            uid: str(noted.at(self.item_uid, uid) or "")
            for uid in member_uids(self.context)
        }

    @property
    def members(self) -> list[dict]:
        typed = self.block == "presence"
        return [
            {
                "uid": mandate.uid,
                "name": mandate.person_name,
                "title": officials.mandates.title(mandate),
                "status": self.value(f"status-{mandate.uid}")
                if typed
                else self.statuses[mandate.uid] or str(Status.PRESENT),
            }
            for mandate in officials.members_of(self.context)
        ]

    # Votes.

    @cached_property
    def voting(self) -> ShownVoting:
        return ShownVoting(self)

    # Decision.

    @property
    def sent_warning(self) -> str:
        """What to know before a point that was sent is decided anew."""
        return self.said(sent_warning(self.item))

    @property
    def outcomes(self) -> list[tuple[str, str]]:
        return [(key, self.said(title)) for key, title in OUTCOMES.items()]

    @property
    def outcome(self) -> str:
        if self.block == "decision" and self.value("outcome"):
            return self.value("outcome")
        default = "noted" if self.item.kind == "information" else "adopted"
        return self.item.outcome or self.voting.proposal or default

    @property
    def decision(self) -> str:
        if self.block == "decision":
            return self.value("decision")
        return self.item.decision.raw if self.item.decision is not None else ""

    @property
    def decided_text(self) -> str:
        return text_of(self.item.decision)

    @property
    def editor(self) -> str:
        """Settings of the rich text editor; without script it is a plain text."""
        return json.dumps(get_tinymce_options(self.item, None, self.request))

    @property
    def comment(self) -> str:
        return self.value("comment") if self.block == "return" else ""

    # Urgent points.

    @property
    def waiting(self) -> list:
        """Validated points; those whose urgency is to be asked come first."""
        found = waiting_items(body_of(self.context), ("validated",))
        return sorted(found, key=lambda one: not asks_urgency(self.context, one.uid))

    @property
    def chosen(self) -> list[str]:
        return self.values("in_favour") if self.block == "urgent" else []

    # Minutes.

    @property
    def minutes(self) -> list:
        """The decided points so far, worded as the document words them."""
        helper = getMultiAdapter(
            (self.context, self.request), name="deliberation-meeting-document"
        )
        return [helper.point(line) for line in self.points if line.outcome]

    # What was seen, to notice that somebody else saved meanwhile.

    @property
    def block(self) -> str:
        """The block whose form was sent, while its values must be shown again."""
        if self.request.method != "POST":
            return ""
        return BLOCKS.get(self.value("action"), "")

    def seen(self, block: str) -> str:
        decided = self.item.decision.raw if self.item.decision is not None else ""
        return {
            "presence": token(sorted(self.statuses.items())),
            "vote": token(self.voting.ballots),
            "decision": token(self.item.outcome, self.state, decided),
        }.get(block, "")

    @property
    def saved(self) -> str:
        """The block just saved: its draft in the browser can be forgotten."""
        return self.value("saved")

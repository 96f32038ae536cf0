"""An advice: what was asked, where its clock stands, what it says, what can be done."""

from functools import cached_property
from imio.platform.core.clock import BRUSSELS
from imio.platform.deliberation.browser.advice.listing import GIVE
from imio.platform.deliberation.browser.advice.listing import VIEW_TEXT
from imio.platform.deliberation.content.advice import advice_clock
from imio.platform.deliberation.content.advice import PENDING
from imio.platform.deliberation.content.agenda_item import text_of
from imio.platform.deliberation.content.vocabularies import ADVICE_DELAYS
from imio.platform.deliberation.content.vocabularies import OPINIONS
from imio.platform.deliberation.rules.french_dates import full_date
from imio.platform.deliberation.rules.french_dates import long_date
from imio.platform.i18n import _
from plone import api
from Products.Five.browser import BrowserView
from zope.i18n import translate


class AdviceView(BrowserView):
    """The text is shown to who may read it: its service until it is given."""

    @property
    def item(self):
        return self.context.aq_parent

    @cached_property
    def reads(self) -> bool:
        return bool(api.user.has_permission(VIEW_TEXT, obj=self.context))

    @property
    def may_give(self) -> bool:
        return api.content.get_state(self.context) in (
            "requested",
            "in_preparation",
        ) and bool(api.user.has_permission(GIVE, obj=self.context))

    @property
    def opinion(self) -> str:
        return OPINIONS.get(self.context.opinion, "") if self.reads else ""

    @property
    def opinion_heading(self) -> str:
        """A draft says that it is one."""
        given = api.content.get_state(self.context) == "given"
        heading = _("Avis") if given else _("Avis, brouillon")
        words = translate(heading, context=self.request)
        said = self.opinion and translate(self.opinion, context=self.request)
        return f"{words} : {said.lower()}" if said else words

    @property
    def text(self) -> str:
        return text_of(self.context.text) if self.reads else ""

    @property
    def delay(self) -> str:
        return ADVICE_DELAYS.get(self.context.delay_kind, "")

    @property
    def asked(self) -> str:
        day = long_date(self.context.asked_on)
        return f"{day}, {_name(self.context.asked_by)}" if self._by_person else day

    @property
    def _by_person(self) -> bool:
        return bool(self.context.asked_by) and not self.context.is_automatic

    @property
    def completed(self) -> str:
        day = self.context.completed_on
        return long_date(day) if day is not None else _("dossier incomplet")

    @property
    def limit(self) -> str:
        limit = advice_clock(self.context).limit
        is_open = api.content.get_state(self.context) in PENDING
        return full_date(limit) if limit and is_open else ""

    @property
    def given(self) -> str:
        if self.context.given_on is None:
            return ""
        day, name = long_date(self.context.given_on), _name(self.context.given_by)
        return f"{day}, {name}" if name else day

    @property
    def former(self) -> list[dict]:
        """Earlier answers, the latest first, for who may read an answer now."""
        if not self.reads:
            return []
        return [
            {
                "opinion": OPINIONS.get(opinion, ""),
                "text": text,
                "when": f"{long_date(day)}, {_name(by)}" if day else "",
            }
            for opinion, text, by, day in reversed(self.context.former)
        ]

    @property
    def history(self) -> list[dict]:
        """Transitions with their reasons, the latest first."""
        tool = api.portal.get_tool("portal_workflow")
        workflow = tool.getWorkflowsFor(self.context)[0]
        events = self.context.workflow_history.get(workflow.getId(), ())
        return [
            {
                "action": workflow.transitions[event["action"]].title,
                "when": f"{event['time'].asdatetime().astimezone(BRUSSELS):%d/%m/%Y %H:%M}",
                "actor": _name(event["actor"]),
                "comment": event["comments"],
            }
            for event in reversed(events)
            if event["action"] in workflow.transitions
        ]


def _name(user_id: str) -> str:
    user = api.user.get(userid=user_id) if user_id else None
    return (user and user.getProperty("fullname")) or user_id or ""

"""@@actions-bar: transitions as buttons, the refused ones with their reason."""

from dataclasses import dataclass
from functools import cached_property
from imio.platform.core.workflow.guards import transition_choices
from imio.platform.core.workflow.hints import hint_for
from imio.platform.core.workflow.hints import next_step
from imio.platform.core.workflow.transitions import state_title
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18n import translate

BUTTON_CSS = {
    "primary": "btn btn-primary",
    "secondary": "btn btn-outline-primary",
    "danger": "btn btn-outline-danger",
}


@dataclass(frozen=True)
class Button:
    """One transition as drawn; ``reason`` says why it is refused."""

    id: str
    title: str
    css: str
    reason: str = ""


class ActionsBar(BrowserView):
    """A fragment of page: ``<div tal:replace="structure context/@@actions-bar" />``.

    Empty for an anonymous visitor and where nothing can be said.
    """

    template = ViewPageTemplateFile("bar.pt")

    def __call__(self):
        if api.user.is_anonymous():
            return ""
        if not (self.buttons or self.refused or self.next_step):
            return ""
        return self.template()

    @cached_property
    def choices(self):
        return transition_choices(self.context)

    @cached_property
    def buttons(self) -> list[Button]:
        """Transitions that are possible now; the first is the likely next one."""
        allowed = [choice for choice in self.choices if choice.verdict]
        return [
            Button(
                choice.id,
                self._title(choice),
                self._css(choice.id, is_first=position == 0),
            )
            for position, choice in enumerate(allowed)
        ]

    @cached_property
    def refused(self) -> list[Button]:
        return [
            Button(
                choice.id,
                self._title(choice),
                "btn btn-outline-secondary disabled",
                translate(choice.verdict.reason, context=self.request),
            )
            for choice in self.choices
            if not choice.verdict
        ]

    @cached_property
    def next_step(self) -> str:
        return next_step(self.context)

    @property
    def comment_label(self) -> str:
        """Who reads the comment, where one of the buttons without a page says it."""
        hints = (hint_for(self.context, button.id) for button in self.buttons)
        labels = (
            each.comment_label
            for each in hints
            if not (each.confirm or each.comment_required)
        )
        return next(filter(None, labels), "")

    @property
    def state(self) -> str:
        return state_title(self.context)

    @property
    def action(self) -> str:
        return f"{self.context.absolute_url()}/@@perform-transition"

    def _title(self, choice) -> str:
        return translate(choice.title, domain="plone", context=self.request)

    def _css(self, transition_id: str, is_first: bool) -> str:
        style = hint_for(self.context, transition_id).style
        if style == "secondary" and is_first:
            style = "primary"
        return BUTTON_CSS[style]

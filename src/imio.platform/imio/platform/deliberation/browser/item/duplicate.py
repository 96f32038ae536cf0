"""@@duplicate: a draft of one's own from a point that one reads."""

from AccessControl import Unauthorized
from functools import cached_property
from imio.platform.deliberation.browser.forms import FormPage
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.vocabularies import my_services
from imio.platform.deliberation.workflow.duplicating import bodies_to_draft_in
from imio.platform.deliberation.workflow.duplicating import duplicate
from imio.platform.i18n import _


class DuplicatePage(FormPage):
    """For who drafts for some body; the others are sent away."""

    made = None

    def __call__(self):
        if not self.bodies:
            raise Unauthorized("duplicate")
        return super().__call__()

    @cached_property
    def bodies(self) -> list:
        return bodies_to_draft_in()

    @cached_property
    def services(self) -> list[tuple[str, str]]:
        """The services that the person drafts for in any of the bodies."""
        found = {t.value: t.title for b in self.bodies for t in my_services(b)}
        return list(found.items())

    @property
    def title(self) -> str:
        return self.value("title") or self.context.title

    @property
    def body(self) -> str:
        return self.value("body") or body_of(self.context).UID()

    @property
    def service(self) -> str:
        return self.value("service") or self.context.proposing_service

    def is_checked(self, name: str) -> bool:
        return self.request.method != "POST" or bool(self.value(name))

    def handle(self) -> str:
        by_uid = {body.UID(): body for body in self.bodies}
        self.made = duplicate(
            self.context,
            by_uid.get(self.value("body")),
            self.value("service"),
            title=self.value("title"),
            linked=bool(self.value("link")),
            annexed=bool(self.value("annexes")),
        )
        return _("La copie est un brouillon de votre service.")

    def next_url(self) -> str:
        return self.made.absolute_url()

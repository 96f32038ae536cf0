"""The sheet of a procedure."""

from imio.platform.core.organisation.directory import service
from imio.platform.ecounter.content.ecounter import ecounter_of
from Products.Five.browser import BrowserView


class Sheet(BrowserView):
    """What it is, for whom, what it takes; then the button."""

    @property
    def counter_url(self) -> str:
        return ecounter_of(self.context).absolute_url()

    @property
    def needs(self) -> list[str]:
        lines = (self.context.you_need or "").splitlines()
        return [line.strip() for line in lines if line.strip()]

    @property
    def service(self):
        return service(self.context.responsible_service or "")

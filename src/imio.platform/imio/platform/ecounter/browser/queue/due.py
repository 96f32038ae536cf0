"""The column of last days, in the colour and the words of what is late."""

from dataclasses import dataclass
from imio.platform.core.browser.dashboard.columns import DateColumn
from imio.platform.ecounter.processing.deadline import urgency_of
from imio.platform.ecounter.processing.deadline import WORDS
from imio.platform.ecounter.rules.deadline import LATE
from imio.platform.ecounter.rules.deadline import TODAY
from zope.i18n import translate

#: The colours of « Mon travail ».
CSS = {LATE: "badge work-late", TODAY: "badge work-today"}


@dataclass(frozen=True)
class DueColumn(DateColumn):
    """The last day to treat a request."""

    def text(self, brain, view) -> str:
        day = super().text(brain, view)
        words = WORDS.get(self._urgency(brain))
        return f"{day} · {translate(words, context=view.request)}" if words else day

    def export(self, brain, view) -> str:
        return super().text(brain, view)

    def css_of(self, brain) -> str:
        return CSS.get(self._urgency(brain), "")

    def machine_date(self, brain) -> str:
        """None: the value is a badge."""
        return ""

    def _urgency(self, brain) -> str:
        value = self.value(brain)
        return urgency_of(value.date()) if value is not None else ""

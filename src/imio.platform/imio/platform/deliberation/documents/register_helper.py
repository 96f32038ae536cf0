"""What the printed register asks of a body."""

from collective.documentgenerator.helper.dexterity import DXDocumentGenerationHelperView
from functools import cached_property
from imio.platform.core import clock
from imio.platform.deliberation.content import officials
from imio.platform.deliberation.content.vocabularies import OUTCOMES
from imio.platform.deliberation.records.register import acts
from imio.platform.deliberation.records.register import years
from imio.platform.deliberation.rules.register import Act
from imio.platform.deliberation.rules.signatories import Office
from zope.i18n import translate


class RegisterHelper(DXDocumentGenerationHelperView):
    """A year of the register, the one that the address names or the last."""

    @property
    def body_title(self) -> str:
        return self.real_context.title

    @cached_property
    def year(self) -> int:
        given = str(self.request.form.get("year", ""))
        found = years(self.real_context)
        if given.isascii() and given.isdigit() and int(given) in found:
            return int(given)
        return found[0] if found else clock.today().year

    @cached_property
    def acts(self) -> list[Act]:
        return acts(self.real_context, self.year)

    @property
    def count(self) -> str:
        number = len(self.acts)
        return "Un acte" if number == 1 else f"{number} actes"

    def short_day(self, act: Act) -> str:
        return f"{act.date:%d/%m/%Y}"

    def outcome(self, act: Act) -> str:
        return translate(OUTCOMES[act.outcome], target_language="fr").lower()

    @property
    def secretary(self) -> Office | None:
        """Who keeps the register on the day it is printed."""
        return officials.office_on(self.real_context, clock.today(), "secretary")

"""What the printed advice asks of an advice."""

from collective.documentgenerator.helper.dexterity import DXDocumentGenerationHelperView
from imio.platform.core.organisation import mandates
from imio.platform.core.organisation.membership import full_name
from imio.platform.deliberation.content.advice import advice_clock
from imio.platform.deliberation.content.advice import is_financial
from imio.platform.deliberation.content.advice import service_title
from imio.platform.deliberation.content.agenda_item import text_of
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.vocabularies import ADVICE_DELAYS
from imio.platform.deliberation.content.vocabularies import OPINIONS
from imio.platform.deliberation.rules.finance import euros
from imio.platform.deliberation.rules.french_dates import long_date
from imio.platform.deliberation.rules.signatories import Signature
from plone import api
from Products.Five.browser import BrowserView
from zope.i18n import translate

VIEW_TEXT = "imio.platform.deliberation: View advice text"


class AdviceHelper(DXDocumentGenerationHelperView):
    """An advice that was given."""

    @property
    def advice(self):
        return self.real_context

    @property
    def item(self):
        return self.advice.aq_parent

    @property
    def is_financial(self) -> bool:
        return is_financial(self.advice)

    @property
    def heading(self) -> str:
        if self.is_financial:
            return "Avis de légalité du directeur financier"
        return f"Avis : {service_title(self.advice)}"

    @property
    def body_title(self) -> str:
        return body_of(self.advice).title

    @property
    def subject(self) -> str:
        return self.item.title

    @property
    def facts(self) -> list[tuple[str, str]]:
        """What the advice rests on, in order; what is unknown is left out."""
        advice, item = self.advice, self.item
        limit = advice_clock(advice).limit
        found = [
            ("Incidence financière", _amount(item.financial_amount)),
            ("Article budgétaire", item.budget_article or ""),
            ("Demandé le", _day(advice.asked_on)),
            ("Dossier complet le", _day(advice.completed_on)),
            ("Délai", _text(ADVICE_DELAYS.get(advice.delay_kind, ""))),
            ("Dernier jour", _day(limit)),
        ]
        return [(title, value) for title, value in found if value]

    @property
    def opinion(self) -> str:
        return _text(OPINIONS.get(self.advice.opinion, "")).lower()

    @property
    def text(self) -> str:
        return text_of(self.advice.text)

    @property
    def given(self) -> str:
        return _day(self.advice.given_on)

    @property
    def signatory(self) -> Signature | None:
        """The financial director on the day of the advice, else who gave it."""
        day = self.advice.given_on
        holder = mandates.holder("directeur_financier", day) if day else None
        if self.is_financial and holder is not None:
            title = mandates.title(holder, with_prefix=True)
            return Signature(f"{title[:1].upper()}{title[1:]}", holder.person_name)
        if not self.advice.given_by:
            return None
        return Signature(
            f"Pour le service {service_title(self.advice)}",
            full_name(self.advice.given_by),
        )


class IsGiven(BrowserView):
    """Whether the advice is given and the reader may read it."""

    def __call__(self) -> bool:
        return api.content.get_state(self.context) == "given" and bool(
            api.user.has_permission(VIEW_TEXT, obj=self.context)
        )


def _day(day) -> str:
    return long_date(day) if day else ""


def _amount(amount) -> str:
    return f"{euros(amount)} hors TVA" if amount else ""


def _text(message) -> str:
    return translate(message, target_language="fr") if message else ""

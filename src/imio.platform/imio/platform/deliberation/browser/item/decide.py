"""@@decide: the vote, the outcome and the final text of one point."""

from functools import cached_property
from imio.platform.deliberation.content.agenda_item import has_text
from imio.platform.deliberation.content.vocabularies import from_titles
from imio.platform.deliberation.content.vocabularies import OUTCOMES
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.records.ballots import last_ballot
from imio.platform.deliberation.records.presence import quorum
from imio.platform.deliberation.rules.ballot import Method
from imio.platform.deliberation.workflow.deciding import decide
from imio.platform.deliberation.workflow.deciding import VoteGiven
from imio.platform.deliberation.workflow.item_guards import quorum_verdict
from imio.platform.deliberation.workflow.lookup import meeting_of
from imio.platform.i18n import _
from plone import api
from plone.app.textfield import RichText
from plone.autoform.form import AutoExtensibleForm
from plone.supermodel import model
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from z3c.form import button
from z3c.form import form
from z3c.form.interfaces import ActionExecutionError
from zope import schema
from zope.i18n import translate
from zope.interface import Invalid


class IDecision(model.Schema):
    """What the form asks."""

    outcome = schema.Choice(
        title=_("Issue"), source=from_titles(OUTCOMES), default="adopted"
    )
    yes = schema.Int(
        title=_("Voix pour"),
        description=_("Laissez les trois nombres vides s'il n'y a pas eu de vote."),
        min=0,
        required=False,
    )
    no = schema.Int(title=_("Voix contre"), min=0, required=False)
    abstain = schema.Int(title=_("Abstentions"), min=0, required=False)
    secret = schema.Bool(title=_("Scrutin secret"), default=False, required=False)
    acknowledged = schema.Bool(
        title=_("Enregistrer même si ces totaux secrets révèlent un vote"),
        description=_("Un seul votant, ou trois au plus tous du même avis."),
        default=False,
        required=False,
    )
    decision = RichText(
        title=_("Texte de la décision"),
        default_mime_type="text/html",
        output_mime_type="text/x-html-safe",
        required=False,
    )


class DecideForm(AutoExtensibleForm, form.EditForm):
    """Refused with the reason where the body may not decide."""

    schema = IDecision
    ignoreContext = False
    label = _("Décider")
    template = ViewPageTemplateFile("decide.pt")

    def getContent(self):
        ballot = last_ballot(self.meeting, self.context.UID()) if self.meeting else None
        tally = ballot.tally if ballot else None
        return {
            "outcome": self.context.outcome or "adopted",
            "yes": tally.yes if tally else None,
            "no": tally.no if tally else None,
            "abstain": tally.abstain if tally else None,
            "secret": ballot.method is Method.SECRET
            if ballot
            else bool(self.context.secret_ballot),
            "acknowledged": False,
            "decision": self.context.decision,
        }

    @cached_property
    def meeting(self):
        return meeting_of(self.context)

    @property
    def quorum(self):
        return quorum(self.meeting, self.context.UID())

    @property
    def refusal(self) -> str:
        """Why nothing can be decided now, if so."""
        if self.meeting is None or api.content.get_state(self.meeting) not in (
            "in_session",
            "held",
        ):
            return translate(_("La séance n'est pas ouverte."), context=self.request)
        found = quorum_verdict(self.meeting, self.context.UID())
        return "" if found else translate(found.reason, context=self.request)

    @button.buttonAndHandler(_("Acter la décision"), name="decide")
    def handle_decide(self, action):
        data, errors = self.extractData()
        if errors:
            self.status = self.formErrorsMessage
            return
        text = data["decision"]
        try:
            decide(
                self.context,
                data["outcome"],
                vote=_vote(data),
                text=text if has_text(text) else None,
            )
        except DeliberationError as error:
            raise ActionExecutionError(Invalid(error.message)) from error
        api.portal.show_message(_("La décision est actée."), self.request)
        self.request.response.redirect(self.context.absolute_url(), status=303)


def _vote(data) -> VoteGiven | None:
    figures = {name: data[name] for name in ("yes", "no", "abstain")}
    if all(value is None for value in figures.values()):
        return None
    method = Method.SECRET if data["secret"] else Method.PUBLIC
    counted = {name: value or 0 for name, value in figures.items()}
    return VoteGiven(method, counted, bool(data["acknowledged"]))

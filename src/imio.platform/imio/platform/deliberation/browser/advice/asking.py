"""@@ask-advice: a service asked for its advice on a point."""

from AccessControl import Unauthorized
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.workflow.advices import ask
from imio.platform.i18n import _
from plone import api
from plone.autoform.form import AutoExtensibleForm
from plone.supermodel import model
from z3c.form import button
from z3c.form import form
from z3c.form.interfaces import WidgetActionExecutionError
from zope import schema
from zope.interface import Invalid


class IAsking(model.Schema):
    """What the form asks."""

    service = schema.Choice(
        title=_("Service à consulter"), vocabulary="imio.platform.core.services"
    )
    delay = schema.Choice(
        title=_("Délai"),
        description=_("À partir d'aujourd'hui, le dossier étant complet."),
        vocabulary="imio.platform.deliberation.advice_delays",
        default="normal",
    )
    motive = schema.Text(
        title=_("Motif de l'urgence"),
        description=_("À remplir seulement pour le délai de 5 jours."),
        required=False,
        max_length=2000,
    )


class AskForm(AutoExtensibleForm, form.Form):
    """For those who draft, review or manage the agenda, and who see the point."""

    schema = IAsking
    ignoreContext = True
    label = _("Demander un avis")

    def update(self):
        if not api.user.has_permission("View", obj=self.context):
            raise Unauthorized("View")
        super().update()

    @button.buttonAndHandler(_("Demander l'avis"), name="ask")
    def handle_ask(self, action):
        data, errors = self.extractData()
        if errors:
            self.status = self.formErrorsMessage
            return
        try:
            ask(self.context, data["service"], data["delay"], data["motive"] or "")
        except DeliberationError as error:
            raise WidgetActionExecutionError(
                error.field or "service", Invalid(error.message)
            ) from error
        api.portal.show_message(_("L'avis est demandé."), self.request)
        self.request.response.redirect(self.context.absolute_url(), status=303)

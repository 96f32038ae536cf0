"""The commune's own days off, and what counts as a working day."""

from imio.platform.core.browser.titles.interfaces import ITitledPage
from imio.platform.core.calendar import ICalendarSettings
from imio.platform.core.calendar import legal_calendar
from imio.platform.core.calendar import PREFIX
from imio.platform.core.clock import today
from imio.platform.i18n import _
from plone.app.registry.browser.controlpanel import RegistryEditForm
from plone.z3cform import layout
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from Products.statusmessages.interfaces import IStatusMessage
from z3c.form import button
from z3c.form.browser.checkbox import SingleCheckBoxFieldWidget
from z3c.form.browser.textlines import TextLinesFieldWidget
from zope.interface import implementer

TITLE = _("Calendrier légal")


class CalendarForm(RegistryEditForm):
    """Edits the records of the calendar."""

    id = "calendar-controlpanel"
    schema = ICalendarSettings
    schema_prefix = PREFIX
    label = TITLE
    description = _(
        "Les jours que le site compte dans les délais légaux : jours francs d'une "
        "convocation, jours ouvrables d'un avis ou d'une demande."
    )
    formErrorsMessage = _(
        "Rien n'a été enregistré : corrigez les réponses indiquées ci-dessous."
    )

    def updateFields(self):
        super().updateFields()
        self.fields["local_days"].widgetFactory = TextLinesFieldWidget
        self.fields["saturday_counts"].widgetFactory = SingleCheckBoxFieldWidget

    def updateWidgets(self, prefix=None):
        super().updateWidgets(prefix=prefix)
        self.widgets["local_days"].addClass("form-control")
        self.widgets["local_days"].rows = 6

    @button.buttonAndHandler(_("Enregistrer"), name="save")
    def handle_save(self, action):
        data, errors = self.extractData()
        if errors:
            self.status = self.formErrorsMessage
            return
        self.applyChanges(data)
        self._leave(_("Le calendrier est enregistré."))

    @button.buttonAndHandler(_("Annuler"), name="cancel")
    def handle_cancel(self, action):
        self._leave(_("Rien n'a été changé."))

    def _leave(self, message: str) -> None:
        IStatusMessage(self.request).addStatusMessage(message, "info")
        self.request.response.redirect(self.request.getURL())


@implementer(ITitledPage)
class CalendarPanel(layout.FormWrapper):
    """The form, and the days off it leads to this year and the next."""

    title = TITLE
    form = CalendarForm
    index = ViewPageTemplateFile("controlpanel.pt")

    def years(self) -> list[dict]:
        """Days off by year, as people read them."""
        calendar = legal_calendar()
        first = today().year
        return [
            {
                "year": year,
                "days": [
                    {"iso": day.isoformat(), "text": f"{day:%d/%m/%Y}", "name": name}
                    for day, name in calendar.holidays(year).items()
                ],
            }
            for year in (first, first + 1)
        ]

"""The form of a service's contact and hours, for those who keep the web site."""

from imio.platform.i18n import _
from imio.platform.website.content.contact_hours import IContactHours
from plone import api
from plone.autoform.form import AutoExtensibleForm
from plone.z3cform.layout import wrap_form
from z3c.form import button
from z3c.form import form
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


class ContactHoursForm(AutoExtensibleForm, form.EditForm):
    """Changes nothing else of the service."""

    schema = IContactHours
    ignoreContext = False
    autoGroups = False
    enable_form_tabbing = False
    formErrorsMessage = _("Rien n'est enregistré : corrigez ce qui est signalé.")
    label = _("Contact et heures d'ouverture")

    @property
    def description(self):
        return self.context.title

    @button.buttonAndHandler(_("Enregistrer"), name="save")
    def save(self, action):
        data, errors = self.extractData()
        if errors:
            self.status = self.formErrorsMessage
            return
        self.applyChanges(data)
        notify(ObjectModifiedEvent(self.context))
        api.portal.show_message(
            _("Le contact et l'horaire sont enregistrés."), self.request
        )
        self.request.response.redirect(self.context.absolute_url())

    @button.buttonAndHandler(_("Annuler"), name="cancel")
    def cancel(self, action):
        self.request.response.redirect(self.context.absolute_url())


ContactHoursPage = wrap_form(ContactHoursForm)

"""The page where the commune says who it is."""

from imio.platform.core.commune.answers import check
from imio.platform.core.commune.errors import AnswerError
from imio.platform.core.commune.images import FAVICON_KINDS
from imio.platform.core.commune.images import FAVICON_LIMIT
from imio.platform.core.commune.images import LOGO_KINDS
from imio.platform.core.commune.images import LOGO_LIMIT
from imio.platform.core.commune.images import refusal
from imio.platform.core.commune.interfaces import ICommune
from imio.platform.core.commune.interfaces import PREFIX
from imio.platform.core.commune.lengths import length_refusal
from imio.platform.i18n import _
from plone.app.registry.browser.controlpanel import RegistryEditForm
from plone.formwidget.namedfile.widget import NamedImageFieldWidget
from plone.z3cform import layout
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from Products.statusmessages.interfaces import IStatusMessage
from z3c.form import button
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from z3c.form.interfaces import IErrorViewSnippet
from z3c.form.interfaces import NOT_CHANGED
from zope.component import getMultiAdapter

UPLOADS = {
    "logo": (LOGO_KINDS, LOGO_LIMIT),
    "favicon": (FAVICON_KINDS, FAVICON_LIMIT),
}


class CommuneForm(RegistryEditForm):
    """Edits the commune's records."""

    id = "commune-controlpanel"
    schema = ICommune
    schema_prefix = PREFIX
    default_fieldset_label = _("Identité")
    label = _("La commune")
    description = _(
        "Qui est la commune, comment la joindre et à quoi ressemble son site."
    )
    formErrorsMessage = _(
        "Rien n'a été enregistré : corrigez les réponses indiquées ci-dessous."
    )

    def updateFields(self):
        super().updateFields()
        for name in UPLOADS:
            self._field(name).widgetFactory = NamedImageFieldWidget
        self._field("languages").widgetFactory = CheckBoxFieldWidget

    def _field(self, name):
        groups = [self, *self.groups]
        return next(group.fields[name] for group in groups if name in group.fields)

    def _widget(self, name):
        for group in (self, *self.groups):
            if name in group.widgets:
                return group.widgets[name]
        raise KeyError(name)

    def update(self):
        self._take_uploads()
        super().update()

    def _take_uploads(self):
        """A file that was chosen is meant, whatever the choice beside it says."""
        for name in UPLOADS:
            upload = self.request.form.get(f"{self.prefix}widgets.{name}")
            if getattr(upload, "filename", ""):
                self.request.form[f"{self.prefix}widgets.{name}.action"] = "replace"

    def extractData(self, setErrors=True):
        data, errors = super().extractData(setErrors=setErrors)
        for error in errors:
            sentence = length_refusal(error.field, error.error)
            error.message = sentence or error.message
        refused = {error.widget.__name__.split(".")[-1] for error in errors}
        checked = check(
            {
                name: value
                for name, value in data.items()
                if value is not NOT_CHANGED and name not in refused
            }
        )
        found = [*checked.errors, *self._empty_uploads()]
        self.notices = checked.notices
        shown = tuple(self._shown(error) for error in found)
        return {**data, **checked.values}, tuple(errors) + shown

    def _empty_uploads(self):
        """Files of 0 byte: the widget takes them for « no file »."""
        for name, (kinds, limit) in UPLOADS.items():
            upload = self.request.form.get(self._widget(name).name)
            filename = getattr(upload, "filename", "")
            if filename and _is_empty(upload):
                error = refusal(filename, "empty", kinds, limit)
                error.field = name
                yield error

    def _shown(self, error: AnswerError):
        """The refusal beside its field, where z3c.form shows its own."""
        widget = self._widget(error.field)
        view = getMultiAdapter(
            (error, self.request, widget, widget.field, self, self.context),
            IErrorViewSnippet,
        )
        view.update()
        widget.error = view
        return view

    @button.buttonAndHandler(_("Enregistrer"), name="save")
    def handle_save(self, action):
        data, errors = self.extractData()
        if errors:
            self.status = self.formErrorsMessage
            return
        self.applyChanges(data)
        messages = IStatusMessage(self.request)
        messages.addStatusMessage(_("La commune est enregistrée."), "info")
        for notice in self.notices:
            messages.addStatusMessage(notice, "warning")
        self.request.response.redirect(self.request.getURL())

    @button.buttonAndHandler(_("Annuler"), name="cancel")
    def handle_cancel(self, action):
        messages = IStatusMessage(self.request)
        messages.addStatusMessage(_("Rien n'a été changé."), "info")
        self.request.response.redirect(self.context.absolute_url())


def _is_empty(upload) -> bool:
    upload.seek(0)
    empty = not upload.read(1)
    upload.seek(0)
    return empty


class CommunePanel(layout.FormWrapper):
    """The form in the page layout of the site, whoever may open it."""

    form = CommuneForm
    index = ViewPageTemplateFile("controlpanel.pt")

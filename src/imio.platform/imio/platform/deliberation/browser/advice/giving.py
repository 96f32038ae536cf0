"""@@give: the adviser writes the answer, keeps it as a draft or gives it."""

from imio.platform.core.workflow.errors import TransitionRefused
from imio.platform.core.workflow.transitions import perform
from imio.platform.core.workflow.transitions import require_possible
from imio.platform.deliberation.content.advice import IAdvice
from imio.platform.i18n import _
from plone import api
from plone.autoform.form import AutoExtensibleForm
from z3c.form import button
from z3c.form import form
from z3c.form.interfaces import ActionExecutionError
from zope.interface import Invalid


class GiveForm(AutoExtensibleForm, form.EditForm):
    """What was typed is kept even where the answer is refused."""

    schema = IAdvice

    @property
    def label(self) -> str:
        return self.context.title

    @property
    def description(self) -> str:
        return _("Point : ${title}", mapping={"title": self.context.aq_parent.title})

    @button.buttonAndHandler(_("Rendre l'avis"), name="give")
    def handle_give(self, action):
        if not self._save():
            return
        try:
            perform(self.context, "give")
        except TransitionRefused as error:
            raise ActionExecutionError(Invalid(error.args[0])) from error
        api.portal.show_message(_("L'avis est rendu."), self.request)
        self._leave()

    @button.buttonAndHandler(_("Garder comme brouillon"), name="draft")
    def handle_save(self, action):
        if not self._save():
            return
        if api.content.get_state(self.context) == "requested":
            require_possible(self.context, "prepare")
            perform(self.context, "prepare")
        api.portal.show_message(
            _("Le brouillon est gardé ; votre service seul le lit."), self.request
        )
        self._leave()

    def updateActions(self):
        super().updateActions()
        # The form library has a fixed list of main buttons: this one is ours.
        self.actions["give"].klass = "submit-widget btn btn-primary"

    def _save(self) -> bool:
        data, errors = self.extractData()
        if errors:
            self.status = self.formErrorsMessage
            return False
        self.applyChanges(data)
        return True

    def _leave(self) -> None:
        url = f"{self.context.absolute_url()}/view"
        self.request.response.redirect(url, status=303)

"""The edit form of a point: what its category imposes is shown, not asked."""

from imio.platform.deliberation.workflow.categories import reasons
from imio.platform.deliberation.workflow.categories import settled
from plone.dexterity.browser.edit import DefaultEditForm
from plone.z3cform import layout
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from z3c.form.interfaces import DISPLAY_MODE
from zope.i18n import translate


class EditPoint(DefaultEditForm):
    """A sitting or a ballot that the law imposes is read-only; the form says why."""

    template = ViewPageTemplateFile("edit.pt")

    @property
    def imposed(self) -> list[str]:
        """What the law imposes because of the category, in sentences."""
        return [translate(one, context=self.request) for one in reasons(self.context)]

    def updateFields(self):
        super().updateFields()
        found = settled(self.context)
        if found.privacy_is_imposed:
            self.fields["privacy"].mode = DISPLAY_MODE
        if found.ballot_is_imposed:
            self.fields["secret_ballot"].mode = DISPLAY_MODE


EditPointView = layout.wrap_form(EditPoint)

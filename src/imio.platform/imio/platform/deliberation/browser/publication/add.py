"""@@add-publication: a regulation to publish, filed in the body's place for them."""

from imio.platform.deliberation.browser.body.add_point import AddPoint
from imio.platform.deliberation.content.publication import publications_folder
from imio.platform.i18n import _
from plone.z3cform import layout


class AddPublication(AddPoint):
    """The form of a regulation, on its body."""

    portal_type = "Publication"
    label = _("Publier un règlement ou une ordonnance")
    description = _(
        "Le texte reste un brouillon du secrétariat tant que vous ne le publiez pas."
    )

    @property
    def container(self):
        return publications_folder(self.context)


AddPublicationView = layout.wrap_form(AddPublication)

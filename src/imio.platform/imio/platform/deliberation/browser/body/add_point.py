"""@@add-point: draft a point; it is filed under the body's year by itself."""

from imio.platform.deliberation.content.storage import items_folder
from imio.platform.i18n import _
from plone.dexterity.browser.add import DefaultAddForm
from plone.dexterity.utils import addContentToContainer


class AddPoint(DefaultAddForm):
    """The form of a point, on its body."""

    portal_type = "AgendaItem"

    @property
    def label(self):
        return _("Rédiger un point")

    description = _(
        "Un objet, une note pour ceux qui décideront, une proposition de décision. "
        "Le point reste un brouillon de votre service tant que vous ne le soumettez "
        "pas à la validation."
    )

    def add(self, object):
        filed = addContentToContainer(
            items_folder(self.context), object, checkConstraints=False
        )
        self.immediate_view = filed.absolute_url()

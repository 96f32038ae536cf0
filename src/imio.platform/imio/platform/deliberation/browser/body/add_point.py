"""@@add-point: draft a point; it is filed under the body's year by itself."""

from imio.platform.deliberation.content.storage import items_folder
from imio.platform.i18n import _
from plone.dexterity.browser.add import DefaultAddForm
from plone.dexterity.utils import addContentToContainer
from plone.z3cform import layout


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

    @property
    def container(self):
        return items_folder(self.context)

    def update(self):
        # One step over the base class, which looks for the type among those
        # allowed in the body: the points lie deeper, and the view has its own
        # permission.
        super(DefaultAddForm, self).update()

    def add(self, object):
        filed = addContentToContainer(self.container, object, checkConstraints=False)
        self.immediate_view = filed.absolute_url()

    def nextURL(self):
        return self.immediate_view or self.context.absolute_url()


AddPointView = layout.wrap_form(AddPoint)

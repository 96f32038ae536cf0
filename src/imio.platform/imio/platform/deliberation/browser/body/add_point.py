"""@@add-point: draft a point; it is filed under the body's year by itself.

``?template=<uid>`` fills the form from one of the body's templates.
"""

from functools import cached_property
from imio.platform.deliberation.content.defaults import author_services
from imio.platform.deliberation.content.storage import items_folder
from imio.platform.deliberation.workflow.categories import apply_category
from imio.platform.deliberation.workflow.templates import find_template
from imio.platform.deliberation.workflow.templates import finish
from imio.platform.deliberation.workflow.templates import offered_templates
from imio.platform.deliberation.workflow.templates import values_of
from imio.platform.i18n import _
from plone import api
from plone.dexterity.browser.add import DefaultAddForm
from plone.dexterity.utils import addContentToContainer
from plone.z3cform import layout
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from z3c.form.interfaces import IDataConverter


class AddPoint(DefaultAddForm):
    """The form of a point, on its body."""

    portal_type = "AgendaItem"
    template = ViewPageTemplateFile("add_point.pt")

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

    @cached_property
    def templates(self) -> list[dict]:
        """What the person may start from."""
        return [
            {
                "title": one.title,
                "url": f"{self.context.absolute_url()}/@@add-point?template={one.UID()}",
                "is_chosen": self.chosen is not None and one.UID() == self.chosen.UID(),
            }
            for one in offered_templates(self.context, author_services())
        ]

    @cached_property
    def chosen(self):
        """The template of the address, or ``None``."""
        uid = self.request.form.get("template", "")
        return find_template(self.context, uid) if isinstance(uid, str) else None

    @property
    def action(self) -> str:
        url = f"{self.context.absolute_url()}/@@add-point"
        return f"{url}?template={self.chosen.UID()}" if self.chosen else url

    def update(self):
        # One step over the base class, which looks for the type among those
        # allowed in the body: the points lie deeper, and the view has its own
        # permission.
        super(DefaultAddForm, self).update()

    def updateWidgets(self, prefix=None):
        super().updateWidgets(prefix)
        if self.chosen is None or self.request.method == "POST":
            return
        for name, value in values_of(self.chosen).items():
            widget = self.widgets.get(name)
            if widget is not None and value is not None:
                widget.value = IDataConverter(widget).toWidgetValue(value)

    def add(self, object):
        filed = addContentToContainer(self.container, object, checkConstraints=False)
        if self.chosen is not None:
            finish(filed, self.chosen)
        if apply_category(filed, is_new=True):
            filed.reindexObject()
            api.portal.show_message(
                _("Le huis clos ou le scrutin secret vient de la catégorie du point."),
                self.request,
            )
        self.immediate_view = filed.absolute_url()

    def nextURL(self):
        return self.immediate_view or self.context.absolute_url()


AddPointView = layout.wrap_form(AddPoint)

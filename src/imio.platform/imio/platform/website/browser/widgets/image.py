"""The field of a picture, whose file input has a name for those who hear the page."""

from imio.platform.i18n import _
from imio.platform.website.interfaces import IWebsiteLayer
from plone.formwidget.namedfile.widget import NamedImageWidget
from plone.namedfile.interfaces import INamedImageField
from xml.sax.saxutils import quoteattr
from z3c.form.interfaces import INPUT_MODE
from z3c.form.widget import FieldWidget
from zope.component import adapter
from zope.i18n import translate

#: Plone's template writes one, with an id that no label is for.
UNNAMED = 'type="file"'


class NamedInputWidget(NamedImageWidget):
    """Plone's widget, its file input named after the field."""

    def render(self):
        drawn = super().render()
        if self.mode != INPUT_MODE:
            return drawn
        label = translate(
            _("Choisir un fichier : ${field}", mapping={"field": self.label}),
            context=self.request,
        )
        return drawn.replace(UNNAMED, f"{UNNAMED} aria-label={quoteattr(label)}", 1)


@adapter(INamedImageField, IWebsiteLayer)
def image_widget(field, request):
    """The widget of every picture of the web site's forms."""
    return FieldWidget(field, NamedInputWidget(request))

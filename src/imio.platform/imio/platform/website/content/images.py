"""Pictures: what a form takes for one really is one."""

from imio.platform.i18n import _
from imio.platform.website.interfaces import IWebsiteLayer
from PIL import Image
from plone.formwidget.namedfile.validator import NamedFileWidgetValidator
from plone.namedfile.interfaces import INamedBlobImage
from plone.namedfile.interfaces import INamedBlobImageField
from z3c.form.validator import WidgetValidatorDiscriminators
from zope.schema import ValidationError
import io

VECTOR = "image/svg+xml"


class NotAnImage(ValidationError):
    """The sentence is told beside the field."""

    def doc(self):
        return self.args[0]


class ImageValidator(NamedFileWidgetValidator):
    """An empty or mistyped file would leave a hole in every list."""

    def validate(self, value, force=False):
        super().validate(value, force)
        if INamedBlobImage.providedBy(value) and value is not self._kept():
            check_image(value)

    def _kept(self):
        return getattr(self.context, self.field.__name__, None)


WidgetValidatorDiscriminators(
    ImageValidator, request=IWebsiteLayer, field=INamedBlobImageField
)


def check_image(value) -> None:
    """Accept a picture.

    :param value: a named blob.
    :raises NotAnImage: empty, or not a picture that can be drawn.
    """
    if not value.getSize():
        raise NotAnImage(
            _(
                "L'image « ${name} » est vide : choisissez-la à nouveau.",
                mapping={"name": value.filename or ""},
            )
        )
    if value.contentType == VECTOR:
        return
    try:
        Image.open(io.BytesIO(value.data)).verify()
    except Exception as problem:
        raise NotAnImage(
            _(
                "Le fichier « ${name} » n'est pas une image lisible. Choisissez un "
                "fichier JPEG, PNG, WebP ou GIF.",
                mapping={"name": value.filename or ""},
            )
        ) from problem

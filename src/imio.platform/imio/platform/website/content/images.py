"""Pictures: what a form takes for one really is one."""

from imio.platform.core.rules.pictures import check_picture
from imio.platform.core.rules.pictures import PictureError
from imio.platform.i18n import _
from imio.platform.website.interfaces import IWebsiteLayer
from PIL import Image
from plone.formwidget.namedfile.validator import NamedFileWidgetValidator
from plone.namedfile.interfaces import INamedBlobImage
from plone.namedfile.interfaces import INamedBlobImageField
from z3c.form.validator import WidgetValidatorDiscriminators
from zope.i18nmessageid import Message
from zope.schema import ValidationError
import io

VECTOR = "image/svg+xml"
MEGABYTE = 1024 * 1024
HEAVIEST = 20 * MEGABYTE

#: Why a vector picture is refused, by the rule's reason.
VECTOR_REASONS = {
    "active": _(
        "Le dessin « ${name} » contient un programme ou un lien vers un autre site. "
        "Enregistrez-le comme SVG simple, ou comme PNG."
    ),
}
UNREADABLE = _(
    "Le fichier « ${name} » n'est pas une image lisible. Choisissez un "
    "fichier JPEG, PNG, WebP ou GIF."
)


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
    if value.getSize() > HEAVIEST:
        raise NotAnImage(
            _(
                "L'image « ${name} » est trop lourde : ${max} Mo au plus. Réduisez-la "
                "puis choisissez-la à nouveau.",
                mapping={
                    "name": value.filename or "",
                    "max": HEAVIEST // MEGABYTE,
                },
            )
        )
    if value.contentType == VECTOR:
        _check_vector(value)
        return
    try:
        Image.open(io.BytesIO(value.data)).verify()
    except Exception as problem:
        raise NotAnImage(_named(UNREADABLE, value)) from problem


def _check_vector(value) -> None:
    """A drawing is told by what it holds, and may neither run nor load anything."""
    try:
        check_picture("image.svg", value.data, ("svg",), HEAVIEST)
    except PictureError as problem:
        message = VECTOR_REASONS.get(problem.reason, UNREADABLE)
        raise NotAnImage(_named(message, value)) from problem


def _named(message, value):
    """``message`` with the name of the file put in."""
    return Message(message, mapping={"name": value.filename or ""})

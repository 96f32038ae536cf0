"""Import step: the pictures that lie in a commune's profile."""

from imio.platform.core.commune.images import checked_favicon
from imio.platform.core.commune.images import checked_logo
from imio.platform.core.commune.images import encoded
from imio.platform.core.commune.images import FAVICON_KINDS
from imio.platform.core.commune.images import LOGO_KINDS
from imio.platform.core.commune.interfaces import PREFIX
from plone.registry.interfaces import IRegistry
from zope.component import queryUtility

FOLDER = "theme"
PICTURES = (
    ("logo", LOGO_KINDS, checked_logo),
    ("favicon", FAVICON_KINDS, checked_favicon),
)


def import_images(context) -> None:
    """Record ``theme/logo.svg`` and the like, unless the commune has its own.

    :param context: import context of GenericSetup.
    :raises AnswerError: when a picture is not one.
    """
    registry = queryUtility(IRegistry)
    for field, kinds, checked in PICTURES:
        record = f"{PREFIX}.{field}"
        if registry is None or record not in registry.records or registry[record]:
            continue
        for kind in kinds:
            filename = f"{field}.{kind}"
            data = context.readDataFile(filename, FOLDER)
            if data is not None:
                registry[record] = checked(encoded(filename, data))
                break

"""What only fails while a profile is applied is told as a fault of that file.

The log keeps the whole error for who wrote the add-on.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from imio.platform.core.errors import PlatformError
from imio.platform.core.provisioning.catalogue import CommuneProfile
from imio.platform.core.provisioning.errors import BrokenProfile
from imio.platform.core.provisioning.errors import ProvisioningError
from plone.base.utils import safe_text
from zope.i18n import interpolate
import logging
import re
import sqlite3

logger = logging.getLogger(__name__)

#: Not the profile's fault.
OUTSIDE = (ProvisioningError, OSError, MemoryError, sqlite3.Error)
UNKNOWN_RECORD = re.compile(r"Cannot find a field for the record ([\w.:-]+)\.")


@contextmanager
def refusing(commune: CommuneProfile, path: str) -> Iterator[None]:
    """:raises BrokenProfile: where the work inside cannot make sense of ``path``."""
    try:
        yield
    except OUTSIDE:
        raise
    except Exception as error:
        logger.exception("%s: %s", commune.id, path)
        raise BrokenProfile(commune.id, path, told(error)) from error


def told(error: Exception) -> str:
    """The error in a few words for who wrote the profile."""
    if isinstance(error, KeyError):
        return f"« {error.args[0]} » manque ou n'existe pas"
    record = UNKNOWN_RECORD.search(str(error))
    if record:
        return f"l'enregistrement « {record[1]} » n'existe pas dans ce site"
    if isinstance(error, ImportError):
        return f"une interface nommée n'existe pas ({error})"
    if isinstance(error, (TypeError, AttributeError)):
        return f"une valeur n'est pas du type attendu ({error})"
    message = error.args[0] if error.args else ""
    sentence = interpolate(safe_text(str(message)), getattr(message, "mapping", None))
    if isinstance(error, PlatformError):
        return sentence
    return f"une valeur est refusée ({sentence or type(error).__name__})"

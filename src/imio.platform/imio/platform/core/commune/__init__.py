"""The commune that the site belongs to."""

from imio.platform.core.commune.interfaces import ICommune
from imio.platform.core.commune.interfaces import PREFIX
from imio.platform.core.commune.settings import Commune
from imio.platform.core.commune.settings import commune

__all__ = ["Commune", "ICommune", "PREFIX", "commune"]

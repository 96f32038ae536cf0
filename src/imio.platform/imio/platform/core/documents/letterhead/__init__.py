"""What every document says of the commune, for ``styles.xml`` next to this file."""

from imio.platform.core.documents.letterhead.identity import Letterhead
from imio.platform.core.documents.letterhead.identity import letterhead

__all__ = ["Letterhead", "letterhead"]

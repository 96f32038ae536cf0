"""The LibreOffice that the suite starts itself, kept warm, and never waits on.

``office().convert(data)`` starts it at the first conversion. It runs in a
process of its own (``keeper.py``, under the Python that has ``uno``), which dies
with ours whatever happens, stops when idle, and is started again when LibreOffice
hangs or dies.

Environment: ``IMIO_SOFFICE`` (path of soffice), ``IMIO_UNO_PYTHON`` (a Python that
has ``uno``; Debian's by default), ``IMIO_OFFICE_TIMEOUT`` (seconds a conversion may
take, 60 by default).
"""

from imio.platform.core.documents.office.supervisor import Office
from imio.platform.core.documents.office.supervisor import office

__all__ = ["Office", "office"]

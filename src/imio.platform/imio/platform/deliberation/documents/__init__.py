"""The documents of the deliberations; imported here so that their jobs are declared."""

from imio.platform.deliberation.documents import act_files  # noqa: F401
from imio.platform.deliberation.documents import sending  # noqa: F401

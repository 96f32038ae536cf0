"""The documents of the deliberations; imported here so that its job is declared."""

from imio.platform.deliberation.documents import sending  # noqa: F401

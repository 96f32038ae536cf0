"""The types, workflows, roles, permissions and indexes that came after 1000."""

from imio.platform.core.upgrading import refresh_definitions


def upgrade(setup) -> None:
    """Bring the definitions to those of the profile."""
    refresh_definitions(setup, "imio.platform.deliberation:default")

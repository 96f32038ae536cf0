"""What the profile's files cannot say; each line calls the room that knows."""

from imio.platform.core.organisation import site_groups


def post_install(context) -> None:
    """After the default profile."""
    site_groups.install()


def post_uninstall(context) -> None:
    """After the uninstall profile."""
    site_groups.uninstall()

"""Create a commune and tell how far the work is."""

from imio.platform.cli.errors import CommandError
import contextlib
import io
import os
import sys
import time


def create(app, commune_id: str, site_id: str = "", with_content: bool = True) -> str:
    """Create the commune's site; returns the site's id.

    :raises CommandError: where the commune cannot be made, saying what to do.
    """
    from AccessControl.SecurityManagement import newSecurityManager
    from imio.platform.core.provisioning.creation import create_commune
    from imio.platform.core.provisioning.errors import ProvisioningError
    from zope.globalrequest import setRequest

    _ensure_administrator(app)
    administrator = app.acl_users.getUser("admin").__of__(app.acl_users)
    newSecurityManager(None, administrator)
    setRequest(app.REQUEST)
    started = time.monotonic()

    terminal = sys.stdout

    def progress(step: str) -> None:
        seconds = time.monotonic() - started
        print(f"  [{seconds:4.0f} s] {step}", file=terminal, flush=True)

    try:
        # Some add-ons print while they install.
        with contextlib.redirect_stdout(io.StringIO()):
            site = create_commune(app, commune_id, site_id, with_content, progress)
    except ProvisioningError as error:
        raise CommandError(str(error)) from error
    return site.getId()


def _ensure_administrator(app) -> None:
    """The instance's administrator, with the demonstration's password."""
    if app.acl_users.getUser("admin") is None:
        app.acl_users.userFolderAddUser(
            "admin", os.environ["IMIO_DEMO_PASSWORD"], ["Manager"], []
        )

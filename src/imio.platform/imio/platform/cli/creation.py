"""Create, update or upgrade a commune and tell how far the work is."""

from collections.abc import Callable
from collections.abc import Iterator
from imio.platform.cli.errors import CommandError
import contextlib
import io
import os
import sys
import time


def check_profile(commune_id: str) -> None:
    """Refuse a commune that cannot be made before a folder is made for it.

    :raises CommandError: no such profile, or one of its files cannot be read.
    """
    from imio.platform.core.provisioning import catalogue
    from imio.platform.core.provisioning.errors import ProvisioningError

    try:
        catalogue.get(commune_id).check()
    except ProvisioningError as error:
        raise CommandError(str(error)) from error


def create(app, commune_id: str, site_id: str = "", with_content: bool = True) -> str:
    """Create the commune's site; returns the site's id.

    :raises CommandError: where the commune cannot be made, saying what to do.
    """
    from imio.platform.core.provisioning.creation import create_commune

    with _working_as_administrator(app) as progress:
        site = create_commune(app, commune_id, site_id, with_content, progress)
    return site.getId()


def update(app, commune_id: str, site_id: str = "") -> list[str]:
    """Apply the commune's profile again; returns the records kept as they were.

    :raises CommandError: where it cannot be applied; the site is as it was.
    """
    from imio.platform.core.provisioning.creation import update_commune

    with _working_as_administrator(app) as progress:
        return update_commune(app, commune_id, site_id, progress)


def upgrade(app) -> int:
    """Bring every site to the state of the installed code; how many were behind.

    :raises CommandError: naming the step that broke; that site is as it was.
    """
    from imio.platform.core.provisioning.sites import commune_sites
    from imio.platform.core.provisioning.upgrading import upgrade_sites

    with _working_as_administrator(app) as progress:
        return upgrade_sites(commune_sites(app), progress)


@contextlib.contextmanager
def _working_as_administrator(app) -> Iterator[Callable[[str], None]]:
    """Gives what tells the terminal each step and how long the work has lasted."""
    from AccessControl.SecurityManagement import newSecurityManager
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
            yield progress
    except ProvisioningError as error:
        raise CommandError(str(error)) from error


def _ensure_administrator(app) -> None:
    """The instance's administrator, with the demonstration's password."""
    if app.acl_users.getUser("admin") is None:
        app.acl_users.userFolderAddUser(
            "admin", os.environ["IMIO_DEMO_PASSWORD"], ["Manager"], []
        )

"""A bare Plone 6.2 with its Classic UI, served exactly as the suite is."""

from imio.platform.cli import instance as instance_module
from imio.platform.cli.instance import Instance
from imio.platform.cli.instance import zope_app
from imio.platform.cli.server import serve
from pathlib import Path
import os
import sys
import time
import transaction

SITE_ZCML = instance_module.SITE_ZCML.replace(
    '<include package="imio.platform" />',
    '<meta:provides feature="disable-autoinclude" />'
    '<include package="Products.CMFPlone" />'
    '<include package="plone.classicui" />',
)


def open_instance(directory: Path):
    instance_module.SITE_ZCML = SITE_ZCML
    os.environ["IMIO_JOBS"] = "none"
    instance = Instance(directory)
    instance.prepare()
    return zope_app(instance)


def create(directory: Path) -> float:
    """Create a site as Plone's own page does; returns the seconds it took."""
    _wsgi_app, app = open_instance(directory)
    from AccessControl.SecurityManagement import newSecurityManager
    from plone.distribution.api import site as site_api
    from zope.globalrequest import setRequest

    app.acl_users.userFolderAddUser(
        "admin", os.environ["IMIO_DEMO_PASSWORD"], ["Manager"], []
    )
    newSecurityManager(None, app.acl_users.getUser("admin").__of__(app.acl_users))
    setRequest(app.REQUEST)
    started = time.monotonic()
    answers = {
        "site_id": "plone",
        "title": "Plone",
        "default_language": "fr",
        "portal_timezone": "Europe/Brussels",
        "setup_content": True,
    }
    site_api._create_site(app, "classic", answers)
    transaction.commit()
    return time.monotonic() - started


def main(arguments: list[str]) -> None:
    action, options = (
        arguments[0],
        dict(zip(arguments[1::2], arguments[2::2], strict=True)),
    )
    directory = Path(options["--directory"])
    if action == "create":
        print(f"{create(directory):.3f}")
        return
    wsgi_app, app = open_instance(directory)
    app._p_jar.close()
    serve(wsgi_app, "127.0.0.1", int(options["--port"]), [], lambda: None)


if __name__ == "__main__":
    main(sys.argv[1:])

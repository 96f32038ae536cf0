"""One job, run in its site, as its user, in its own transaction."""

from AccessControl.SecurityManagement import getSecurityManager
from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SecurityManagement import noSecurityManager
from AccessControl.SecurityManagement import setSecurityManager
from AccessControl.SpecialUsers import nobody
from AccessControl.SpecialUsers import system
from contextlib import contextmanager
from imio.platform.core.jobs.errors import GiveUp
from imio.platform.core.jobs.ledger import JobRequest
from imio.platform.core.jobs.registry import JobSpec
from imio.platform.core.jobs.registry import spec
from imio.platform.core.jobs.registry import SYSTEM
from plone.browserlayer.layer import mark_layer
from plone.i18n.utility import setLanguageBinding
from Testing.makerequest import makerequest
from types import SimpleNamespace
from urllib.parse import urlsplit
from ZODB.POSException import ConflictError
from zope.component.hooks import getSite
from zope.component.hooks import setSite
from zope.globalrequest import clearRequest
from zope.globalrequest import getRequest
from zope.globalrequest import setRequest
import transaction

#: Attempts at once when writers conflict.
CONFLICT_ATTEMPTS = 5


def execute(db, request: JobRequest) -> None:
    """Run the job in a connection of its own to ``db``, and commit.

    :raises GiveUp: the site or the user is gone, or the job says so.
    """
    declared = spec(request.name)
    for attempt in range(1, CONFLICT_ATTEMPTS + 1):
        transaction.begin()
        connection = db.open()
        try:
            with _site(connection, request) as site, as_user(site, declared, request):
                declared.function(site, **request.args)
                transaction.commit()
            return
        except ConflictError:
            if attempt == CONFLICT_ATTEMPTS:
                raise
        finally:
            transaction.abort()
            connection.close()


@contextmanager
def _site(connection, request: JobRequest):
    """The job's site, as in a request made at the address it was asked from."""
    root = makerequest(connection.root()["Application"])
    previous_site, previous_request = getSite(), getRequest()
    try:
        site = root.unrestrictedTraverse(request.site.lstrip("/"), None)
        if site is None:
            raise GiveUp(f"Le site « {request.site} » n'existe plus.")
        _set_address(root.REQUEST, site, request)
        setSite(site)
        setRequest(root.REQUEST)
        mark_layer(site, SimpleNamespace(request=root.REQUEST))
        # Mails and documents speak the site's language.
        setLanguageBinding(root.REQUEST)
        yield site
    finally:
        setSite(previous_site)
        clearRequest() if previous_request is None else setRequest(previous_request)
        root.REQUEST.close()


def _set_address(http_request, site, request: JobRequest) -> None:
    """Addresses in what the job makes are those the public uses."""
    parts = urlsplit(request.site_url)
    if not parts.netloc:
        return
    http_request.setServerURL(parts.scheme, parts.hostname, parts.port)
    http_request["PARENTS"] = [site]
    http_request.setVirtualRoot([step for step in parts.path.split("/") if step])


@contextmanager
def as_user(site, declared: JobSpec, request: JobRequest):
    """The job's user for the time of the block.

    :raises GiveUp: when the account no longer exists.
    """
    previous = getSecurityManager()
    noSecurityManager()
    try:
        newSecurityManager(None, _user(site, declared, request.user))
        yield
    finally:
        setSecurityManager(previous)


def _user(site, declared: JobSpec, user_id: str):
    if declared.run_as == SYSTEM:
        return system.__of__(site.acl_users)
    if not user_id:
        return nobody.__of__(site.acl_users)
    for folder in (site.acl_users, site.getPhysicalRoot().acl_users):
        user = folder.getUserById(user_id)
        if user is not None:
            return user if hasattr(user, "aq_base") else user.__of__(folder)
    raise GiveUp(f"Le compte « {user_id} » n'existe plus.")

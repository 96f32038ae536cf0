"""Services, people and mandates as they come, change and go."""

from imio.platform.core.errors import RemovalRefused
from imio.platform.core.organisation import membership
from imio.platform.core.organisation import people
from imio.platform.core.organisation import service_groups
from imio.platform.core.organisation.settings import PREFIX
from imio.platform.core.workflow.guards import verdict
from Products.CMFCore.interfaces import ISiteRoot


def service_added(service, event) -> None:
    """A new or copied service gets its groups."""
    service_groups.sync_service(service)


def service_modified(service, event) -> None:
    """The groups carry the service's name."""
    service_groups.sync_service(service)


def service_will_be_removed(service, event) -> None:
    """A service still in use is not removed, even with the folder around it."""
    if ISiteRoot.providedBy(event.object):
        return
    decision = verdict(service, "delete")
    if not decision:
        raise RemovalRefused(decision.reason)


def service_removed(service, event) -> None:
    """The groups of a removed service go with it, unless the whole site goes."""
    if not ISiteRoot.providedBy(event.object):
        service_groups.remove_groups(service.UID())


def functions_changed(event) -> None:
    """A function added to the registry gets its groups in every service."""
    if event.record.__name__ == f"{PREFIX}.functions":
        service_groups.sync_all()


def account_deleted(event) -> None:
    """An account that is no more leaves its groups and the person it stood for."""
    user_id = str(event.principal)
    membership.forget(user_id)
    for person in people.linked_to(user_id):
        person.user_id = None

"""Bring the sites of a database to the state that the installed code expects."""

from collections.abc import Callable
from collections.abc import Iterable
from imio.platform.core.entering import enter_site
from imio.platform.core.provisioning.errors import UpgradeFailed
from Products.GenericSetup import profile_registry
from zope.component.hooks import setSite
import transaction

#: Plone's own upgrades go by a tool of their own.
PLONE = "Products.CMFPlone:plone"


def pending_upgrades(site) -> list[str]:
    """Ids of the installed profiles that have steps to run, dependencies first."""
    setup = site.portal_setup
    waiting = set(setup.listProfilesWithPendingUpgrades()) - {PLONE}
    return [one for one in _in_order(setup, sorted(waiting)) if one in waiting]


def upgrade_sites(sites: Iterable, progress: Callable[[str], None]) -> int:
    """Upgrade each site in one transaction.

    :param progress: called with a French sentence before each step.
    :returns: number of sites that had something to upgrade.
    :raises UpgradeFailed: naming the step; that site is as it was.
    """
    return sum(upgrade_site(site, progress) for site in sites)


def upgrade_site(site, progress: Callable[[str], None]) -> bool:
    """Upgrade Plone, then its add-ons; whether there was something to do.

    :raises UpgradeFailed: naming the profile; the site is as it was.
    """
    doing = "Plone"
    try:
        enter_site(site)
        old_plone = site.portal_migration.needUpgrading()
        if old_plone:
            progress(f"{site.getId()} — mise à niveau de Plone")
            site.portal_migration.upgrade(swallow_errors=False)
        profiles = pending_upgrades(site)
        for profile_id in profiles:
            doing = profile_registry.getProfileInfo(profile_id)["title"]
            progress(f"{site.getId()} — mise à niveau : {doing}")
            site.portal_setup.upgradeProfile(profile_id)
        if old_plone or profiles:
            transaction.commit()
    except Exception as error:
        setSite(None)
        transaction.abort()
        raise UpgradeFailed(site.getId(), doing, str(error)) from error
    return bool(old_plone or profiles)


def _in_order(setup, profile_ids: list[str]) -> list[str]:
    """The profiles, each after those that it depends on."""
    seen: set[str] = set()
    ordered: list[str] = []
    for profile_id in profile_ids:
        ordered += setup.getProfileDependencyChain(profile_id, seen)
    return [one.removeprefix("profile-") for one in ordered]

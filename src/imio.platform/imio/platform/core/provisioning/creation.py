"""Make the site of a commune from its profile."""

from collections.abc import Callable
from imio.platform.core.entering import enter_site
from imio.platform.core.interfaces import IStartContent
from imio.platform.core.provisioning import catalogue
from imio.platform.core.provisioning.directive import is_registered
from imio.platform.core.provisioning.errors import InvalidSiteId
from imio.platform.core.provisioning.errors import MissingAddOn
from imio.platform.core.provisioning.errors import OtherCommune
from imio.platform.core.provisioning.errors import SiteExists
from imio.platform.core.provisioning.errors import UnknownSite
from imio.platform.core.provisioning.reapply import apply_profile
from imio.platform.core.provisioning.refusing import refusing
from imio.platform.core.provisioning.sites import commune_sites
from plone.dexterity.schema import SCHEMA_CACHE
from plone.distribution.api import site as site_api
from Products.GenericSetup import profile_registry
from zope.component import queryUtility
from zope.component.hooks import setSite
import re
import transaction

DISTRIBUTION = "commune"
SITE_ID = re.compile(r"[a-z][a-z0-9-]{1,49}")

Progress = Callable[[str], None]


def silent(_step: str) -> None:
    """Tell nobody how far the work is."""


def create_commune(
    app,
    commune_id: str,
    site_id: str = "",
    with_content: bool = True,
    progress: Progress = silent,
):
    """Create, in one transaction, the site of a commune with its add-ons.

    :param app: the Zope root.
    :param commune_id: id of the commune's profile.
    :param site_id: id of the site in the database; the commune's by default.
    :param with_content: whether the start content of the profile is loaded.
    :param progress: called with a French sentence before each step.
    :returns: the new site.
    :raises ProvisioningError: before anything is written.
    """
    commune = checked_commune(commune_id)
    site_id = site_id or commune_id
    if not SITE_ID.fullmatch(site_id):
        raise InvalidSiteId(site_id)
    if site_id in app.objectIds():
        raise SiteExists(site_id)
    # Left from another site of this process, it breaks the creation of the next.
    SCHEMA_CACHE.clear()
    answers = {
        "site_id": site_id,
        "title": commune.title,
        "default_language": "fr",
        "portal_timezone": "Europe/Brussels",
        "setup_content": with_content,
    }
    try:
        progress("Création du site")
        site = site_api._create_site(app, DISTRIBUTION, answers)
        setSite(site)
        install(site, commune, progress)
        if with_content:
            load_start_content(site, commune, progress)
        progress("Enregistrement")
        transaction.commit()
    except BaseException:
        # The index queue looks utilities up in the present site while it aborts.
        setSite(None)
        transaction.abort()
        raise
    return site


def update_commune(
    app, commune_id: str, site_id: str = "", progress: Progress = silent
) -> list[str]:
    """Install, in one transaction, what the profile now wants and apply it again.

    :returns: names of the registry records kept as the commune had changed them.
    :raises ProvisioningError: leaving the site as it was.
    """
    commune = checked_commune(commune_id)
    site_id = site_id or commune_id
    sites = {site.getId(): site for site in commune_sites(app)}
    if site_id not in sites:
        raise UnknownSite(site_id, sorted(sites))
    site = sites[site_id]
    if site.portal_setup.getLastVersionForProfile(commune.profile_id) == "unknown":
        raise OtherCommune(site_id, commune_id)
    try:
        enter_site(site)
        kept = install(site, commune, progress)
        transaction.commit()
    except BaseException:
        setSite(None)
        transaction.abort()
        raise
    return kept


def checked_commune(commune_id: str) -> catalogue.CommuneProfile:
    """The commune, once everything that its profile says was found to hold.

    :raises ProvisioningError: saying what does not.
    """
    commune = catalogue.get(commune_id)
    commune.check()
    for add_on in commune.add_ons:
        if not is_registered(add_on):
            raise MissingAddOn(commune_id, add_on)
    return commune


def post_handler(distribution, site, answers: dict):
    """Finish a site that was asked for in Plone's own page of site creation."""
    if answers.get("commune"):
        commune = catalogue.get(answers["commune"])
        install(site, commune)
        if answers.get("setup_content"):
            load_start_content(site, commune)
    return site


def install(site, commune: catalogue.CommuneProfile, progress: Progress = silent):
    """Install the add-ons that the commune wants and apply its profile.

    What is already installed is left as it is, so this may be run again.

    :returns: names of the registry records kept as the commune had changed them.
    """
    setup = site.portal_setup
    for add_on in commune.add_ons:
        if setup.getLastVersionForProfile(add_on) == "unknown":
            progress(f"Installation — {_title(add_on)}")
            setup.runAllImportStepsFromProfile(f"profile-{add_on}")
    progress(f"Application du profil de {commune.title}")
    with refusing(commune, "registry/, theme/"):
        return apply_profile(site, commune.profile_id)


def load_start_content(
    site, commune: catalogue.CommuneProfile, progress: Progress = silent
) -> None:
    """Hand each ``content/<addon>.json`` to its add-on, core first."""
    enter_site(site)
    loaders = []
    for name, data in commune.start_content():
        loader = queryUtility(IStartContent, name=name)
        if loader is None:
            raise MissingAddOn(commune.id, f"imio.platform.{name}")
        loaders.append((loader.order, name, loader, data))
    for _order, name, loader, data in sorted(loaders, key=lambda row: row[:2]):
        progress(f"Contenu de départ — {_title(f'imio.platform.{name}:default')}")
        with refusing(commune, f"content/{name}.json"):
            loader.load(site, data, str(commune.folder / "content"))


def _title(profile_id: str) -> str:
    """Name of an add-on, for a person."""
    if not is_registered(profile_id):
        return profile_id
    return profile_registry.getProfileInfo(profile_id)["title"]

"""``imio-platform commune``: create and list communes, while the server is stopped."""

from imio.platform.cli.creation import create
from imio.platform.cli.instance import Instance
from imio.platform.cli.instance import zope_app
from imio.platform.cli.options import add_directory
import argparse
import os
import transaction


def add_to(commands) -> None:
    """Declare the sub-command and its actions."""
    command = commands.add_parser("commune", help="créer et lister les communes")
    actions = command.add_subparsers(dest="action", required=True, metavar="action")

    creation = actions.add_parser("create", help="créer le site d'une commune")
    creation.add_argument("commune", help="identifiant du profil de la commune")
    creation.add_argument("--site-id", default="", help="identifiant du site")
    creation.add_argument(
        "--without-content", action="store_true", help="sans contenu de départ"
    )
    add_directory(creation)
    creation.set_defaults(run=run_create)

    listing = actions.add_parser("list", help="lister les profils et les sites")
    add_directory(listing)
    listing.set_defaults(run=run_list)

    update = actions.add_parser(
        "update", help="réappliquer le profil en gardant les choix de la commune"
    )
    update.add_argument("commune", help="identifiant du profil de la commune")
    update.add_argument("--site-id", default="", help="identifiant du site")
    add_directory(update)
    update.set_defaults(run=run_update)


def _open(options: argparse.Namespace):
    instance = Instance(options.directory)
    instance.prepare()
    instance.check_unlocked()
    os.environ["IMIO_DEMO_PASSWORD"] = instance.demonstration_password()
    # A command leaves the queue to the server.
    os.environ["IMIO_JOBS"] = "none"
    return zope_app(instance)[1]


def run_create(options: argparse.Namespace) -> int:
    """Create a commune's site."""
    app = _open(options)
    site_id = create(app, options.commune, options.site_id, not options.without_content)
    print(f"La commune est créée : /{site_id}")
    return 0


def run_list(options: argparse.Namespace) -> int:
    """List the profiles found and the sites of the database."""
    app = _open(options)
    from imio.platform.core.provisioning.catalogue import discover
    from imio.platform.core.provisioning.sites import commune_sites

    found, broken = discover()
    print("Profils :")
    for commune in found:
        add_ons = ", ".join(name.split(":")[0] for name in commune.add_ons)
        print(f"  {commune.id:<20} {commune.title} ({add_ons})")
    for problem in broken:
        print(f"  ! {problem}")
    print("Sites :")
    sites = commune_sites(app)
    for site in sites:
        print(f"  {site.getId():<20} {site.Title()}")
    if not sites:
        print("  aucun ; créez-en un avec : imio-platform commune create PROFIL")
    return 0


def run_update(options: argparse.Namespace) -> int:
    """Apply a commune's profile again."""
    app = _open(options)
    from imio.platform.cli.errors import CommandError
    from imio.platform.core.provisioning import catalogue
    from imio.platform.core.provisioning.creation import install
    from imio.platform.core.provisioning.errors import ProvisioningError
    from zope.component.hooks import setSite

    site_id = options.site_id or options.commune
    if site_id not in app.objectIds():
        raise CommandError(f"La base ne contient pas de site « {site_id} ».")
    try:
        commune = catalogue.get(options.commune)
        commune.check()
    except ProvisioningError as error:
        raise CommandError(str(error)) from error
    site = app[site_id]
    setSite(site)
    kept = install(site, commune, lambda step: print(f"  {step}"))
    transaction.commit()
    for name in kept:
        print(f"  conservé comme la commune l'a choisi : {name}")
    return 0

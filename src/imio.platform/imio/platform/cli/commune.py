"""``imio-platform commune``: create, list and upgrade communes, while the server is stopped."""

from imio.platform.cli.creation import check_profile
from imio.platform.cli.creation import create
from imio.platform.cli.creation import update
from imio.platform.cli.creation import upgrade
from imio.platform.cli.errors import NoDatabase
from imio.platform.cli.instance import Instance
from imio.platform.cli.instance import zope_app
from imio.platform.cli.options import add_directory
import argparse
import os


def add_to(commands) -> None:
    """Declare the sub-command and its actions."""
    command = commands.add_parser(
        "commune", help="créer, lister et mettre à niveau les communes"
    )
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

    updating = actions.add_parser(
        "update", help="réappliquer le profil en gardant les choix de la commune"
    )
    updating.add_argument("commune", help="identifiant du profil de la commune")
    updating.add_argument("--site-id", default="", help="identifiant du site")
    add_directory(updating)
    updating.set_defaults(run=run_update)

    upgrading = actions.add_parser(
        "upgrade", help="mettre les sites au niveau du logiciel installé"
    )
    add_directory(upgrading)
    upgrading.set_defaults(run=run_upgrade)


def _open(options: argparse.Namespace, creating: bool = False):
    instance = Instance(options.directory)
    if not creating and not instance.database.exists():
        raise NoDatabase(str(options.directory))
    instance.prepare(creating=creating)
    instance.check_unlocked()
    os.environ["IMIO_DEMO_PASSWORD"] = instance.demonstration_password()
    # A command leaves the queue to the server.
    os.environ["IMIO_JOBS"] = "none"
    return zope_app(instance)[1]


def run_create(options: argparse.Namespace) -> int:
    """Create a commune's site."""
    check_profile(options.commune)
    app = _open(options, creating=True)
    site_id = create(app, options.commune, options.site_id, not options.without_content)
    print(f"La commune est créée : /{site_id}")
    return 0


def run_list(options: argparse.Namespace) -> int:
    """List the profiles found and the sites of the database; creates nothing."""
    _list_profiles()
    print("Sites :")
    if Instance(options.directory).database.exists():
        from imio.platform.core.provisioning.sites import commune_sites

        sites = commune_sites(_open(options))
    else:
        sites = []
    for site in sites:
        print(f"  {site.getId():<20} {site.Title()}")
    if not sites:
        print("  aucun ; créez-en un avec : imio-platform commune create PROFIL")
    return 0


def _list_profiles() -> None:
    from imio.platform.core.provisioning.catalogue import discover
    from imio.platform.core.provisioning.errors import BrokenProfile

    found, broken = discover()
    print("Profils :")
    for commune in found:
        try:
            commune.check()
        except BrokenProfile as problem:
            broken.append(problem)
            continue
        add_ons = ", ".join(name.split(":")[0] for name in commune.add_ons)
        print(f"  {commune.id:<20} {commune.title} ({add_ons})")
    for problem in broken:
        print(f"  ! {problem}")


def run_update(options: argparse.Namespace) -> int:
    """Apply a commune's profile again."""
    for name in update(_open(options), options.commune, options.site_id):
        print(f"  conservé comme la commune l'a choisi : {name}")
    print("Le profil est appliqué.")
    return 0


def run_upgrade(options: argparse.Namespace) -> int:
    """Upgrade every site of the database."""
    behind = upgrade(_open(options))
    print(f"Sites mis à niveau : {behind}." if behind else "Tout est déjà à niveau.")
    return 0

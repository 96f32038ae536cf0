"""``imio-platform start``: serve an instance, made with its commune the first time."""

from imio.platform.cli.creation import check_profile
from imio.platform.cli.creation import create
from imio.platform.cli.creation import upgrade
from imio.platform.cli.instance import Instance
from imio.platform.cli.instance import zope_app
from imio.platform.cli.options import add_directory
from imio.platform.cli.server import check_port
from imio.platform.cli.server import serve
import argparse
import os
import time
import transaction

DEMONSTRATION = "hautes-rives"


def add_to(commands) -> None:
    """Declare the sub-command."""
    command = commands.add_parser(
        "start",
        help="servir la commune de démonstration (créée la première fois)",
    )
    add_directory(command)
    command.add_argument("--host", default="127.0.0.1", help="adresse d'écoute")
    command.add_argument("--port", type=int, default=8080, help="port d'écoute")
    command.add_argument(
        "--commune",
        default=DEMONSTRATION,
        help=f"profil de la commune à créer la première fois ({DEMONSTRATION})",
    )
    command.add_argument(
        "--debug", action="store_true", help="recharger les modèles à chaque page"
    )
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Check, create what is missing, serve."""
    started = time.monotonic()
    instance = Instance(options.directory)
    check_port(options.host, options.port)
    if not instance.database.exists():
        check_profile(options.commune)
    instance.prepare(options.debug)
    instance.check_unlocked()
    password = instance.demonstration_password()
    os.environ["IMIO_DEMO_PASSWORD"] = password
    print("Démarrage…", flush=True)
    wsgi_app, app = zope_app(instance)
    try:
        from imio.platform.core.provisioning.sites import commune_sites
        from imio.platform.core.provisioning.sites import demonstration_accounts

        sites = commune_sites(app)
        if not sites:
            create(app, options.commune)
            sites = commune_sites(app)
        else:
            upgrade(app)
        site_ids = [site.getId() for site in sites]
        accounts = demonstration_accounts(app)
    finally:
        transaction.abort()
        app._p_jar.close()

    def ready() -> None:
        seconds = time.monotonic() - started
        print(f"Prêt en {seconds:.0f} s.\n")
        for site_id in site_ids:
            print(f"  http://{options.host}:{options.port}/{site_id}")
        print(_accounts(accounts, password))
        print("Ctrl-C pour arrêter ; les données sont conservées.", flush=True)

    serve(wsgi_app, options.host, options.port, site_ids, ready)
    print("\nArrêté. Les données sont conservées.")
    return 0


def _accounts(accounts: list[tuple[str, str]], password: str) -> str:
    """What a newcomer can log in as."""
    width = max(len(name) for name, _role in accounts)
    lines = [f"    {name:<{width}}  {role}" for name, role in accounts]
    return "\n".join(
        [
            "",
            f"Comptes de démonstration (mot de passe : {password})",
            *lines,
            "",
        ]
    )

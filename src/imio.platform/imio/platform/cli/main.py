"""Entry point of ``imio-platform``."""

from imio.platform.cli import commune
from imio.platform.cli import start
from imio.platform.cli.errors import CommandError
from imio.platform.cli.options import FrenchParser
import argparse
import errno
import logging
import sys
import warnings

#: How SQLite says that the disk is full.
FULL = "database or disk is full"


def parser() -> argparse.ArgumentParser:
    """The command line: one sub-command a task."""
    top = FrenchParser(
        prog="imio-platform",
        description="Installe, sert et entretient les sites des communes.",
    )
    commands = top.add_subparsers(dest="command", required=True, metavar="commande")
    for module in (start, commune):
        module.add_to(commands)
    return top


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns the exit status."""
    # Older add-ons import pkg_resources, which warns at every start.
    warnings.filterwarnings("ignore", category=UserWarning, message="pkg_resources")
    warnings.filterwarnings("ignore", category=DeprecationWarning)
    options = parser().parse_args(arguments)
    try:
        return options.run(options) or 0
    except CommandError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    except Exception as error:
        print(f"\n{_unexpected(error, options)}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nArrêté.", file=sys.stderr)
        return 130


def _unexpected(error: Exception, options: argparse.Namespace) -> str:
    """A sentence for what nobody foresaw; the log keeps the whole error."""
    if getattr(error, "errno", None) == errno.ENOSPC or FULL in str(error):
        return (
            "Le disque est plein : rien n'a été enregistré. Libérez de la place et "
            "recommencez."
        )
    # Without the log file, Python would write the traceback to the terminal.
    if logging.getLogger().handlers:
        logging.getLogger("imio.platform").exception("%s", options.command)
    log = options.directory / "log" / "event.log"
    where = f" Le détail est à la fin de {log}." if log.exists() else ""
    return (
        f"La commande s'est arrêtée sur une erreur imprévue ; rien n'a été enregistré "
        f"({type(error).__name__} : {error}).{where}"
    )


if __name__ == "__main__":
    sys.exit(main())

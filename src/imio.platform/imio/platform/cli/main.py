"""Entry point of ``imio-platform``."""

from imio.platform.cli import commune
from imio.platform.cli import start
from imio.platform.cli.errors import CommandError
import argparse
import errno
import sys
import warnings


def parser() -> argparse.ArgumentParser:
    """The command line: one sub-command a task."""
    top = argparse.ArgumentParser(
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
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        print(
            "\nLe disque est plein : rien n'a été enregistré. Libérez de la place et "
            "recommencez.",
            file=sys.stderr,
        )
        return 1
    except KeyboardInterrupt:
        print("\nArrêté.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main())

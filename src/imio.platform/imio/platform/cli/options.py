"""Options that several sub-commands share."""

from pathlib import Path
import argparse

DEFAULT_DIRECTORY = "var/demonstration"


def add_directory(command: argparse.ArgumentParser) -> None:
    """The option that names the instance's folder."""
    command.add_argument(
        "--directory",
        type=lambda value: Path(value).resolve(),
        default=Path(DEFAULT_DIRECTORY).resolve(),
        metavar="DOSSIER",
        help=f"dossier de la base de données (par défaut : {DEFAULT_DIRECTORY})",
    )

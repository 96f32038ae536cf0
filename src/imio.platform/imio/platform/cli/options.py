"""Options that several sub-commands share."""

from pathlib import Path
import argparse
import re
import sys

DEFAULT_DIRECTORY = "var/demonstration"

#: What the standard library says of a wrong command line, and what we say.
REFUSALS = (
    (r"the following arguments are required: (.+)", r"il manque : \1"),
    (r"unrecognized arguments: (.+)", r"ceci n'est pas compris : \1"),
    (
        r"argument (.+): invalid choice: (.+) \(choose from (.+)\)",
        r"\1 : \2 n'existe pas ; choisissez parmi \3",
    ),
    (r"argument (.+): invalid int value: (.+)", r"\1 : \2 n'est pas un nombre entier"),
    (r"argument (.+): expected one argument", r"\1 attend une valeur"),
    (
        r"argument (.+): ignored explicit argument (.+)",
        r"\1 ne prend pas de valeur (\2)",
    ),
    (r"ambiguous option: (.+) could match (.+)", r"\1 est ambigu : \2"),
)


class FrenchFormatter(argparse.HelpFormatter):
    """Help whose frame is in French too."""

    def add_usage(self, usage, actions, groups, prefix=None):
        super().add_usage(usage, actions, groups, prefix or "Usage : ")


class FrenchParser(argparse.ArgumentParser):
    """A command line that explains itself in French; sub-commands are such too."""

    def __init__(self, **options):
        super().__init__(formatter_class=FrenchFormatter, add_help=False, **options)
        self._positionals.title = "arguments"
        self._optionals.title = "options"
        self.add_argument(
            "-h", "--help", action="help", help="afficher cette aide et s'arrêter"
        )

    def error(self, message: str):
        for pattern, sentence in REFUSALS:
            message = re.sub(f"^{pattern}$", sentence, message)
        self.print_usage(sys.stderr)
        self.exit(
            2,
            f"\nLa commande n'est pas complète ou contient une erreur : {message}.\nL'aide est donnée par : {self.prog} --help\n",
        )


def add_directory(command: argparse.ArgumentParser) -> None:
    """The option that names the instance's folder."""
    command.add_argument(
        "--directory",
        type=lambda value: Path(value).resolve(),
        default=Path(DEFAULT_DIRECTORY).resolve(),
        metavar="DOSSIER",
        help=f"dossier de la base de données (par défaut : {DEFAULT_DIRECTORY})",
    )

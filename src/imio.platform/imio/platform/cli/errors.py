"""What the command refuses, in one French sentence that says what to do."""

from pathlib import Path


class CommandError(Exception):
    """Ends the command with its message, without a traceback."""


class PortTaken(CommandError):
    """Another program listens where the server should."""

    def __init__(self, host: str, port: int):
        super().__init__(
            f"Le port {port} de {host} est déjà utilisé par un autre programme. "
            f"Arrêtez-le ou choisissez un autre port : make start PORT={port + 1}"
        )


class BadAddress(CommandError):
    """Nobody can listen on this address."""

    def __init__(self, host: str, port: int, reason: str):
        super().__init__(
            f"Le serveur ne peut pas écouter sur {host}, port {port} : {reason}. "
            "Choisissez-en d'autres avec --host et --port."
        )


class NoDatabase(CommandError):
    """The folder holds no database yet."""

    def __init__(self, path: str):
        super().__init__(
            f"Le dossier {path} ne contient pas de base de données. Créez une commune "
            "avec imio-platform commune create, ou nommez le bon dossier avec "
            "--directory."
        )


class DatabaseUnreadable(CommandError):
    """The file is no database."""

    def __init__(self, path: str):
        super().__init__(
            f"Le fichier {path} n'est pas une base de données lisible. Remettez la "
            "dernière copie de sauvegarde, ou nommez un autre dossier avec --directory."
        )


class DatabaseLocked(CommandError):
    """A running instance owns the database."""

    def __init__(self, path: str, pid: str):
        owner = f" (processus {pid})" if pid else ""
        super().__init__(
            f"La base de données {path} est utilisée par une instance en marche{owner}. "
            "Arrêtez-la (Ctrl-C dans sa fenêtre) et recommencez."
        )


class DiskFull(CommandError):
    """Not enough room to write."""

    def __init__(self, path: str, free_mb: int, wanted_mb: int):
        super().__init__(
            f"Il ne reste que {free_mb} Mo sur le disque de {path} ; il en faut "
            f"{wanted_mb}. Libérez de la place ou choisissez un autre dossier avec "
            "--directory."
        )


class NotWritable(CommandError):
    """The data folder, or something in it, cannot be written."""

    def __init__(self, path: str, detail: str):
        kind = "fichier" if Path(path).is_file() else "dossier"
        super().__init__(
            f"Le {kind} {path} ne peut pas être écrit ({detail}). Changez ses droits "
            "ou choisissez un autre dossier avec --directory."
        )

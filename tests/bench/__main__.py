"""``make bench``: the suite beside a bare Plone, in one run, as ratios."""

from pathlib import Path
from statistics import median
from tests.bench import servers
import os
import shutil
import subprocess
import sys
import tempfile
import time

ROUNDS = 15
STARTS = 3


def created(command: list[str], *arguments: str) -> float:
    """Seconds that the command prints."""
    done = subprocess.run(
        [*command, *arguments],
        env=servers.ENVIRONMENT,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return float(done.stdout.strip().splitlines()[-1])


def timed(url: str, user: str = "") -> float:
    started = time.perf_counter()
    servers.fetch(url, user)
    return time.perf_counter() - started


def report(name: str, ours: float, baseline: float, target: str, unit: str) -> None:
    print(
        f"| {name} | {ours:.3g} {unit} | {baseline:.3g} {unit} "
        f"| {ours / baseline:.2f} | {target} |",
        flush=True,
    )


def measure_creation(folder: Path) -> None:
    bare = created(servers.BARE, "create", "--directory", str(folder / "bare"))
    creating = [sys.executable, "-m", "tests.bench.creating"]
    empty = created(creating, str(folder / "empty"), "hautes-rives", "empty")
    full = created(creating, str(folder / "suite"), "hautes-rives", "content")
    report("Création du site, toutes extensions", empty, bare, "≤ 3", "s")
    report("Création avec le contenu de démonstration", full, bare, "—", "s")


def measure_start(folder: Path) -> None:
    """Both start on a copy of the demonstration commune's database."""
    seconds: dict[str, list[float]] = {"bare": [], "suite": []}
    for kind, command in (("bare", servers.BARE), ("suite", servers.SUITE)) * STARTS:
        copy = folder / "copy"
        shutil.copytree(folder / "suite", copy)
        with servers.running(command, copy) as (_port, _process, waited):
            seconds[kind].append(waited)
        shutil.rmtree(copy)
    report(
        "Démarrage du serveur",
        median(seconds["suite"]),
        median(seconds["bare"]),
        "≤ 1,5",
        "s",
    )


def measure_pages(folder: Path) -> None:
    with (
        servers.running(servers.BARE, folder / "bare") as (bare_port, bare, _),
        servers.running(servers.SUITE, folder / "suite") as (port, suite, _),
    ):
        front = f"http://127.0.0.1:{bare_port}/plone"
        home = f"http://127.0.0.1:{port}/hautes-rives"
        for _round in range(3):
            servers.fetch(front)
            servers.fetch(home)
        bare_seconds, fresh, cached = [], [], []
        for index in range(ROUNDS):
            bare_seconds.append(timed(f"{front}?r={index}"))
            # An address never asked for is not in the cache.
            fresh.append(timed(f"{home}?r={index}-{os.getpid()}"))
            cached.append(timed(home))
        report(
            "Accueil anonyme, hors cache",
            median(fresh) * 1000,
            median(bare_seconds) * 1000,
            "≤ 1,5",
            "ms",
        )
        report(
            "Accueil anonyme, en cache, contre hors cache",
            median(cached) * 1000,
            median(fresh) * 1000,
            "≤ 0,1",
            "ms",
        )
        report(
            "Mémoire résidente",
            servers.resident_mb(suite.pid),
            servers.resident_mb(bare.pid),
            "≤ 1,4",
            "Mo",
        )


def measure_agenda(folder: Path) -> None:
    """An agenda of 250 points, in a copy: the other measures see none of it."""
    copy = folder / "agenda"
    shutil.copytree(folder / "suite", copy)
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.agenda", str(copy)],
        env=servers.ENVIRONMENT,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    path, moving, indexing = done.stdout.strip().splitlines()[-1].split()
    report(
        "Déplacer le premier de 250 points à la fin, contre les réindexer",
        float(moving) * 1000,
        float(indexing) * 1000,
        "≤ 0,01",
        "ms",
    )
    with (
        servers.running(servers.BARE, folder / "bare") as (bare_port, _bare, _),
        servers.running(servers.SUITE, copy) as (port, _suite, _),
    ):
        front = f"http://127.0.0.1:{bare_port}/plone"
        page = f"http://127.0.0.1:{port}{path}/@@agenda"
        for _round in range(2):
            servers.fetch(front, "admin")
            servers.fetch(page, "secretaire")
        bare_seconds, agenda_seconds = [], []
        for _round in range(ROUNDS // 2):
            bare_seconds.append(timed(front, "admin"))
            agenda_seconds.append(timed(page, "secretaire"))
        report(
            "Ordre du jour de 250 points, pour le secrétariat",
            median(agenda_seconds) * 1000,
            median(bare_seconds) * 1000,
            "≤ 3",
            "ms",
        )


def main() -> None:
    print("| Mesure | La suite | Plone nu | Rapport | Objectif |")
    print("|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        measure_creation(folder)
        measure_start(folder)
        measure_pages(folder)
        measure_agenda(folder)


if __name__ == "__main__":
    main()

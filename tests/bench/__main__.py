"""``make bench``: the suite beside a bare Plone, in one run, as ratios."""

from pathlib import Path
from statistics import median
from tests.bench import servers
import json
import os
import shutil
import subprocess
import sys
import tempfile

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
        plone, visitor = servers.Visitor(bare_port), servers.Visitor(port)
        for _round in range(3):
            plone.get("/plone")
            visitor.get("/hautes-rives")
        bare_seconds, fresh, cached = [], [], []
        for index in range(ROUNDS):
            bare_seconds.append(plone.get(f"/plone?r={index}"))
            # An address never asked for is not in the cache.
            fresh.append(visitor.get(f"/hautes-rives?r={index}-{os.getpid()}"))
            cached.append(visitor.get("/hautes-rives"))
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


def measure_deliberations(folder: Path) -> None:
    """A meeting of 250 points, in a copy: the other measures see none of it."""
    copy = folder / "deliberations"
    shutil.copytree(folder / "suite", copy)
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.deliberations", str(copy)],
        env=servers.ENVIRONMENT,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    found = json.loads(done.stdout.strip().splitlines()[-1])
    points = found["points"] / found["few_points"]
    for name, ours, baseline, target in (
        (
            "Déplacer le 1er de 250 points, contre les réindexer",
            "move",
            "reindex",
            0.01,
        ),
        (
            "Inscrire un point, le 250e contre le 25e",
            "present_many",
            "present_few",
            1.3,
        ),
        ("Enregistrer un vote, contre modifier une page", "ballot", "edit", 2),
        ("Procès-verbal de 250 points, contre appy seul", "minutes_many", "appy", 1.2),
    ):
        report(name, found[ours] * 1000, found[baseline] * 1000, f"≤ {target}", "ms")
    report(
        "Procès-verbal : un point parmi 250, contre un parmi 50",
        found["minutes_many"] / points * 1000,
        found["minutes_few"] * 1000,
        "≤ 1,1",
        "ms",
    )
    measure_meeting_pages(folder, copy, found)
    print(f"\nConvoquer la séance de 250 points : {found['freeze']:.1f} s.\n")


def measure_meeting_pages(folder: Path, copy: Path, found: dict) -> None:
    with (
        servers.running(servers.BARE, folder / "bare") as (bare_port, _bare, _),
        servers.running(servers.SUITE, copy) as (port, _suite, _),
    ):
        asked = {
            "bare": (servers.Visitor(bare_port, "admin"), "/plone"),
            "agenda": (
                servers.Visitor(port, "secretaire"),
                f"{found['meeting']}/@@agenda",
            ),
            "item": (servers.Visitor(port, "secretaire"), found["item"]),
        }
        spent: dict[str, list[float]] = {name: [] for name in asked}
        for index in range(2 + ROUNDS // 2):
            for name, (visitor, path) in asked.items():
                took = visitor.get(path)
                if index > 1:
                    spent[name].append(took)
        bare = median(spent["bare"]) * 1000
        for title, name, target in (
            ("Ordre du jour de 250 points, pour le secrétariat", "agenda", "≤ 3"),
            ("Page d'un point parmi 250, pour le secrétariat", "item", "≤ 2"),
        ):
            report(title, median(spent[name]) * 1000, bare, target, "ms")


def main() -> None:
    print("| Mesure | La suite | Plone nu | Rapport | Objectif |")
    print("|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        measure_creation(folder)
        measure_start(folder)
        measure_pages(folder)
        measure_deliberations(folder)


if __name__ == "__main__":
    main()

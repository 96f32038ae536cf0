"""Keep the pinned versions in step with setup.py.

``update`` resolves setup.py's bounds into ``constraints.txt`` (to serve) and
``constraints-test.txt`` (to test), with hashes, and writes ``versions.cfg`` for
buildout from them. ``check`` says what is out of step.
"""

from pathlib import Path
import re
import subprocess
import sys

ROOT = Path(__file__).parents[1]
RUN = ROOT / "constraints.txt"
TEST = ROOT / "constraints-test.txt"
VERSIONS = ROOT / "versions.cfg"
#: The oldest Python that must be able to install them: Debian 12's.
PYTHON = "3.11.2"
PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", re.MULTILINE)
#: Buildout looks these up under their own spelling.
SPELLINGS = {"zc-buildout": "zc.buildout", "zc-recipe-egg": "zc.recipe.egg"}


def pins(path: Path) -> dict[str, str]:
    """Versions by normalised name."""
    return dict(PIN.findall(path.read_text(encoding="utf-8")))


def versions_cfg() -> str:
    """Text of ``versions.cfg``: every pin, and buildout's own spellings."""
    lines = [
        "# Written by `make pins` from constraints-test.txt; change setup.py instead.",
        "[versions]",
    ]
    for name, version in sorted(pins(TEST).items()):
        lines.append(f"{name} = {version}")
        if name in SPELLINGS:
            lines.append(f"{SPELLINGS[name]} = {version}")
        elif "-" in name:
            lines.append(f"{name.replace('-', '.')} = {version}")
    return "\n".join(lines) + "\n"


def compile_pins(target: Path, *options: str) -> None:
    """Resolve setup.py with uv into ``target``."""
    subprocess.run(
        [
            str(ROOT / ".venv/bin/uv"),
            *("pip", "compile", "--quiet", "--universal", "--python-version", PYTHON),
            *("--no-header", "--no-annotate", "--no-emit-index-url"),
            *("--generate-hashes", *options, "setup.py", "-o", str(target)),
        ],
        cwd=ROOT,
        check=True,
    )


def problems() -> list[str]:
    """What is out of step, one sentence each."""
    found = []
    run, test = pins(RUN), pins(TEST)
    for name, version in run.items():
        if test.get(name) != version:
            found.append(f"{name} : {version} dans {RUN.name}, {test.get(name)} sinon")
    if VERSIONS.read_text(encoding="utf-8") != versions_cfg():
        found.append("versions.cfg ne correspond pas aux versions fixées")
    for path in (RUN, TEST, VERSIONS):
        if "://" in path.read_text(encoding="utf-8"):
            found.append(f"{path.name} contient une adresse")
    return found


def main(action: str) -> int:
    """Update or check; returns the exit status."""
    if action == "update":
        compile_pins(RUN)
        compile_pins(TEST, "--all-extras", "-c", str(RUN))
        VERSIONS.write_text(versions_cfg(), encoding="utf-8")
    found = problems()
    for problem in found:
        print(f"{problem} (make pins)", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

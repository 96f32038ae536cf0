"""Format page templates with zpretty, and keep French readable in them.

``zpretty`` writes ``é`` as ``&eacute;``: nobody can search such a text, and the
catalogues would hold other messages than the pages ask for.

    python scripts/templates.py check [FILE...]   says which would change, fails if any
    python scripts/templates.py write [FILE...]   formats them

Without files: every ``.pt`` that git knows.
"""

from html import unescape
from pathlib import Path
from zpretty.prettifier import ZPrettifier
import re
import subprocess
import sys

#: Every named entity but those that a template needs to stay a template.
ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|nbsp);)[A-Za-z]\w*;")


def readable(text: str) -> str:
    """``text`` with its letters as letters."""
    return ENTITY.sub(lambda match: unescape(match[0]), text)


def formatted(path: Path) -> str:
    """What the template should be."""
    return readable(ZPrettifier(text=readable(path.read_text("utf-8")))())


def known_templates() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "*.pt"], capture_output=True, text=True, check=True
    )
    return [Path(name) for name in listed.stdout.split("\0") if name]


def main(arguments: list[str]) -> int:
    if not arguments or arguments[0] not in ("check", "write"):
        print(__doc__)
        return 2
    templates = [Path(name) for name in arguments[1:]] or known_templates()
    changed = [path for path in templates if formatted(path) != path.read_text("utf-8")]
    for path in changed:
        if arguments[0] == "write":
            path.write_text(formatted(path), "utf-8")
        print(path)
    return 1 if changed and arguments[0] == "check" else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

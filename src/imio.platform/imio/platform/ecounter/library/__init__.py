"""Procedures that the suite ships, one JSON file each.

A file holds the ``sheet`` (texts of the procedure), the ``definition``, the
``steps`` and the test ``cases``, which must hold; ``library.schema.json`` says its shape. A commune installs a file and gives
its own service and options; the file never holds them.
"""

from collections.abc import Iterable
from functools import cache
from imio.platform.core.calendar import legal_calendar
from imio.platform.core.clock import now
from imio.platform.ecounter.errors import UnreadableLibraryFile
from imio.platform.ecounter.rules.cases import failures
from imio.platform.ecounter.rules.cases import read_cases
from imio.platform.ecounter.rules.definition import Definition
from imio.platform.ecounter.rules.errors import DefinitionError
from imio.platform.ecounter.rules.facts import Facts
from imio.platform.ecounter.rules.reading import read_definition
from imio.platform.ecounter.rules.steps import read_steps
from imio.platform.i18n import _
from jsonschema import Draft202012Validator
from pathlib import Path
from typing import Any
import json

FOLDER = Path(__file__).parent
SCHEMA_FILE = FOLDER / "library.schema.json"


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(json.loads(SCHEMA_FILE.read_text(encoding="utf-8")))


def cases_that_fail(definition: Definition, cases: Iterable[Any]) -> list[str]:
    """What the cases stored with a procedure find wrong, as sentences."""
    facts = Facts(now(), legal_calendar())
    return [str(each) for each in failures(definition, read_cases(cases), facts)]


def names() -> list[str]:
    """Ids of the shipped procedures."""
    return sorted(path.stem for path in FOLDER.glob("*.json") if path != SCHEMA_FILE)


def load(name: str) -> dict[str, Any]:
    """A shipped procedure, checked.

    :raises UnreadableLibraryFile: it is not there or not right.
    """
    path = FOLDER / f"{name}.json"
    if name not in names():
        raise UnreadableLibraryFile(
            _(
                "La bibliothèque n'a pas de démarche « ${name} ».",
                mapping={"name": name},
            )
        )
    return checked(json.loads(path.read_text(encoding="utf-8")))


def checked(data: Any) -> dict[str, Any]:
    """``data`` if it is a procedure that can be installed.

    :raises UnreadableLibraryFile: naming what is wrong.
    """
    problems = [
        f"{'/'.join(map(str, error.absolute_path))} : {error.message}"
        for error in _validator().iter_errors(data)
    ]
    if not problems:
        try:
            definition = read_definition(data["definition"])
            read_steps(data.get("steps", ()))
            problems = cases_that_fail(definition, data.get("cases", ()))
        except DefinitionError as error:
            problems = [str(problem) for problem in error.problems]
    if problems:
        raise UnreadableLibraryFile(
            _(
                "Cette démarche ne peut pas être installée : ${problems}",
                mapping={"problems": " ; ".join(problems[:10])},
            )
        )
    return data

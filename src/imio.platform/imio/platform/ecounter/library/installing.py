"""A library file becomes a procedure of the commune."""

from collections.abc import Mapping
from imio.platform.ecounter.content.instants import present_instant
from imio.platform.ecounter.errors import BrokenCases
from imio.platform.ecounter.errors import IncompatibleOptions
from imio.platform.ecounter.library import cases_that_fail
from imio.platform.ecounter.library import checked
from imio.platform.ecounter.rules.reading import read_definition
from imio.platform.i18n import _
from plone import api
from plone.dexterity.utils import createContentInContainer
from typing import Any
import hashlib
import json


def install(
    counter, data: Mapping[str, Any], service_uid: str, options: Mapping[str, Any] = {}
):
    """Create a procedure in ``counter`` from a library file, open to the public.

    :param service_uid: UID of the service that treats its requests.
    :param options: the commune's values, by name of the definition's options.
    :raises UnreadableLibraryFile: the file is not right.
    :raises IncompatibleOptions: an option does not exist.
    """
    data = checked(data)
    known = read_definition(data["definition"]).default_options
    unknown = sorted(set(options) - set(known))
    if unknown:
        raise IncompatibleOptions(
            _(
                "Cette démarche n'a pas d'option « ${name} ».",
                mapping={"name": ", ".join(unknown)},
            )
        )
    procedure = createContentInContainer(
        counter,
        "Procedure",
        checkConstraints=False,
        id=data["id"],
        **data["sheet"],
    )
    procedure.responsible_service = service_uid or None
    procedure.options = dict(options)
    procedure.shared_source = source_of(data)
    publish_version(
        procedure,
        data["definition"],
        data.get("steps", ()),
        data.get("changelog", ""),
        data.get("cases", ()),
    )
    if api.content.get_state(procedure) == "preparation":
        api.content.transition(procedure, "publish")
    procedure.reindexObject()
    return procedure


def update(procedure, data: Mapping[str, Any]):
    """Publish the library's newer version in a procedure installed from it.

    The sheet, the service and the options stay as the commune made them; an option
    that the newer version does not have any more is left out.

    :returns: the version.
    :raises UnreadableLibraryFile: the file is not right.
    :raises BrokenCases: a case of it does not hold.
    """
    data = checked(data)
    known = read_definition(data["definition"]).default_options
    version = publish_version(
        procedure,
        data["definition"],
        data.get("steps", ()),
        data.get("changelog", ""),
        data.get("cases", ()),
    )
    procedure.options = {
        name: value for name, value in procedure.options.items() if name in known
    }
    procedure.shared_source = source_of(data)
    return version


def source_of(data: Mapping[str, Any]) -> dict[str, Any]:
    """What a procedure keeps of where it came from."""
    return {"id": data["id"], "version": data["version"], "checksum": checksum(data)}


def publish_version(
    procedure,
    definition: Mapping[str, Any],
    steps: Any,
    changelog: str = "",
    cases: Any = (),
):
    """Add the next version; the earlier ones and their requests stay as they are.

    :param cases: what must happen for given answers; without any, those of the
        version before must still hold.
    :raises DefinitionError: the definition cannot work.
    :raises BrokenCases: a case does not hold any more.
    """
    compiled = read_definition(definition)
    current = procedure.current_version()
    number = current.number + 1 if current is not None else 1
    cases = list(cases) or (current.cases if current is not None else [])
    broken = cases_that_fail(compiled, cases)
    if broken:
        raise BrokenCases(
            _(
                "Cette version ne passe pas ses cas d'essai : ${problems}",
                mapping={"problems": " ; ".join(broken[:10])},
            )
        )
    version = createContentInContainer(
        procedure,
        "ProcedureVersion",
        checkConstraints=False,
        id=f"version-{number}",
        title=f"Version {number}",
    )
    version.number = number
    version.definition_source = json.dumps(
        definition, ensure_ascii=False, sort_keys=True
    )
    version.steps_source = json.dumps(list(steps), ensure_ascii=False)
    version.cases_source = json.dumps(cases, ensure_ascii=False)
    version.changelog = changelog
    version.published_at = present_instant()
    version.published_by = api.user.get_current().getId()
    return version


def checksum(data: Mapping[str, Any]) -> str:
    """What tells whether a library file changed."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()

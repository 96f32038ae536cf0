"""What was last shown of a project, and what was corrected since."""

from imio.platform.deliberation.records import storage
from imio.platform.deliberation.rules.project_changes import ProjectChange

NAME = "project"


def shown_texts(item) -> dict[str, str]:
    """Fingerprints of the texts last shown; empty where none was."""
    return dict(storage.read(item, NAME).get("shown", {}))


def corrections(item) -> list[ProjectChange]:
    """The corrections of a project, the first one first."""
    found = storage.read(item, NAME).get("corrections", ())
    return [ProjectChange(at, tuple(texts)) for at, texts in found]


def save_project(
    item, shown: dict[str, str], made: ProjectChange | None = None
) -> None:
    """Record what is shown now, and the correction that led to it."""
    record = storage.read(item, NAME)
    former = tuple(record.get("corrections", ()))
    if made is not None:
        former = (*former, (made.at, made.texts))
    storage.write(item, NAME, {"shown": dict(shown), "corrections": former})

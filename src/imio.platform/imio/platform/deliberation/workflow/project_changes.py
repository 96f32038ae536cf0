"""Notes, for the public, what changes in a project that is online already."""

from imio.platform.core import clock
from imio.platform.deliberation.records.projects import save_project
from imio.platform.deliberation.records.projects import shown_texts
from imio.platform.deliberation.rules.project_changes import fingerprints
from imio.platform.deliberation.rules.project_changes import project_change
from imio.platform.deliberation.workflow.lookup import meeting_of
from imio.platform.deliberation.workflow.public_text import public_html
from imio.platform.deliberation.workflow.public_text import TEXTS
from plone import api


def observe(item) -> None:
    """Compare a readable project with what was last shown of it.

    From the opening of the sitting on, what changes is the debate's own.
    """
    meeting = meeting_of(item)
    if meeting is None or api.content.get_state(meeting) != "convened":
        return
    now = fingerprints(
        {
            "title": item.title or "",
            **{name: public_html(getattr(item, name)) for name in TEXTS},
        }
    )
    before = shown_texts(item)
    save_project(
        item, now, project_change(before, now, clock.now()) if before else None
    )

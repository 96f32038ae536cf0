"""An agenda of 250 points in the demonstration commune: made, moved, re-indexed.

Prints the address of its page, then the seconds to move the first point to the
last place and the seconds to re-index the 250 points, each with its commit.
"""

from imio.platform.cli.instance import Instance
from imio.platform.cli.instance import zope_app
from pathlib import Path
from statistics import median
import os
import sys
import time
import transaction

POINTS = 250
ROUNDS = 5


def make_meeting(body, points: int):
    """A meeting in preparation with that many validated points."""
    from imio.platform.core.organisation import directory
    from imio.platform.deliberation.content.defaults import next_evening
    from imio.platform.deliberation.content.storage import items_folder
    from imio.platform.deliberation.records.agenda import save_agenda
    from imio.platform.deliberation.rules.agenda import AgendaEntry
    from imio.platform.deliberation.workflow.walking import validate_directly
    from imio.platform.deliberation.workflow.walking import walk
    from plone.app.textfield import RichTextValue
    from plone.dexterity.utils import createContentInContainer

    meeting = createContentInContainer(
        body, "Meeting", checkConstraints=False, date=next_evening()
    )
    services = [entry.uid for entry in directory.services()]
    folder = items_folder(body)
    items = []
    for index in range(points):
        item = createContentInContainer(
            folder,
            "AgendaItem",
            checkConstraints=False,
            title=f"Point de mesure {index + 1}",
            proposing_service=services[index % len(services)],
            decision=RichTextValue("<p>Décide.</p>", "text/html", "text/x-html-safe"),
        )
        validate_directly(item)
        item.meeting = meeting.UID()
        items.append(item)
    # Recorded at once: what is measured is the agenda, not how it was filled.
    save_agenda(meeting, [AgendaEntry(item.UID()) for item in items])
    for item in items:
        walk(item, "present")
    walk(meeting, "prepare")
    transaction.commit()
    return meeting, items


def seconds(action) -> float:
    started = time.perf_counter()
    action()
    transaction.commit()
    return time.perf_counter() - started


def main(directory: str) -> None:
    os.environ["IMIO_JOBS"] = "none"
    instance = Instance(Path(directory))
    instance.prepare()
    _wsgi_app, app = zope_app(instance)
    from AccessControl.SecurityManagement import newSecurityManager
    from imio.platform.deliberation.records.agenda import item_uids
    from imio.platform.deliberation.workflow import reordering
    from zope.component.hooks import setSite
    from zope.globalrequest import setRequest

    newSecurityManager(None, app.acl_users.getUser("admin").__of__(app.acl_users))
    setRequest(app.REQUEST)
    site = app["hautes-rives"]
    setSite(site)
    meeting, items = make_meeting(site["deliberations"]["college"], POINTS)

    def move() -> None:
        reordering.move(meeting, item_uids(meeting)[0], str(POINTS))

    def reindex() -> None:
        for item in items:
            item.reindexObject()

    moving = median(seconds(move) for _round in range(ROUNDS))
    indexing = median(seconds(reindex) for _round in range(3))
    path = "/".join(meeting.getPhysicalPath())
    print(f"{path} {moving:.5f} {indexing:.5f}")


if __name__ == "__main__":
    main(sys.argv[1])

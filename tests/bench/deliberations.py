"""A meeting of 250 points in the demonstration commune, and what working on it costs.

Prints one line of JSON: seconds of each measure, and the addresses of the pages that
the run measures over HTTP.
"""

from imio.platform.cli.instance import Instance
from imio.platform.cli.instance import zope_app
from pathlib import Path
from statistics import median
from tests.bench import minutes
import json
import os
import sys
import time
import transaction

POINTS = 250
FEW = 25
ANNEXES = 20
WITH_ANNEXES = 50
ROUNDS = 5


def make_meeting(body):
    from imio.platform.deliberation.content.defaults import next_evening
    from imio.platform.deliberation.workflow.walking import walk
    from plone.dexterity.utils import createContentInContainer

    meeting = createContentInContainer(
        body, "Meeting", checkConstraints=False, date=next_evening()
    )
    walk(meeting, "prepare")
    return meeting


def make_points(body, points: int) -> list:
    """Validated points of every service, by turns."""
    from imio.platform.core.organisation import directory
    from imio.platform.deliberation.content.storage import items_folder
    from imio.platform.deliberation.workflow.walking import validate_directly
    from plone.app.textfield import RichTextValue
    from plone.dexterity.utils import createContentInContainer

    text = RichTextValue("<p>Décide.</p>" * 5, "text/html", "text/x-html-safe")
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
            synthesis_note=text,
            motivation=text,
            decision=text,
        )
        validate_directly(item)
        items.append(item)
    transaction.commit()
    return items


def add_annexes(items: list) -> None:
    from plone.dexterity.utils import createContentInContainer
    from plone.namedfile.file import NamedBlobFile

    for item in items[:WITH_ANNEXES]:
        for index in range(ANNEXES):
            name = f"annexe-{index + 1}.txt"
            createContentInContainer(
                item,
                "Annex",
                checkConstraints=False,
                title=name,
                file=NamedBlobFile(b"texte", "text/plain", name),
            )
    transaction.commit()


def seconds(action) -> float:
    started = time.process_time()
    action()
    transaction.commit()
    return time.process_time() - started


def presenting(meeting, items: list) -> dict[str, float]:
    """Seconds for one point, around the 25th and around the last."""
    from imio.platform.deliberation.workflow.presenting import present

    spent = [seconds(lambda item=item: present(item, meeting)) for item in items]
    return {
        "present_few": median(spent[FEW - 15 : FEW + 5]),
        "present_many": median(spent[-20:]),
    }


def ordering(meeting, items: list) -> dict[str, float]:
    from imio.platform.deliberation.records.agenda import item_uids
    from imio.platform.deliberation.workflow import reordering

    def move() -> None:
        reordering.move(meeting, item_uids(meeting)[0], str(POINTS))

    def reindex() -> None:
        for item in items:
            item.reindexObject()

    return {
        "move": median(seconds(move) for _round in range(ROUNDS)),
        "reindex": median(seconds(reindex) for _round in range(2)),
    }


def voting(site, meeting, item) -> dict[str, float]:
    """Saving one ballot beside saving one bare page."""
    from imio.platform.deliberation.records.presence import member_uids
    from imio.platform.deliberation.rules.ballot import Method
    from imio.platform.deliberation.rules.ballot import Vote
    from imio.platform.deliberation.workflow.voting import BallotGiven
    from imio.platform.deliberation.workflow.voting import record_ballot
    from plone.dexterity.utils import createContentInContainer
    from zope.event import notify
    from zope.lifecycleevent import ObjectModifiedEvent

    page = createContentInContainer(site, "Document", checkConstraints=False, title="a")
    transaction.commit()
    against = member_uids(meeting)[0]

    def edit(number: int) -> None:
        page.title = f"Page {number}"
        notify(ObjectModifiedEvent(page))

    def vote(number: int) -> None:
        answer = (Vote.NO, Vote.ABSTAIN)[number % 2]
        record_ballot(item, BallotGiven(Method.PUBLIC, exceptions={against: answer}))

    rounds = range(15)
    return {
        "edit": median(seconds(lambda n=n: edit(n)) for n in rounds),
        "ballot": median(seconds(lambda n=n: vote(n)) for n in rounds),
    }


def main(directory: str) -> None:
    os.environ["IMIO_JOBS"] = "none"
    instance = Instance(Path(directory))
    instance.prepare()
    _wsgi_app, app = zope_app(instance)
    from AccessControl.SecurityManagement import newSecurityManager
    from imio.platform.core.entering import enter_site
    from imio.platform.deliberation.workflow.walking import walk

    newSecurityManager(None, app.acl_users.getUser("admin").__of__(app.acl_users))
    site = app["hautes-rives"]
    enter_site(site)
    body = site["deliberations"]["college"]
    meeting = make_meeting(body)
    items = make_points(body, POINTS)
    found: dict = presenting(meeting, items)
    add_annexes(items)
    found |= ordering(meeting, items)
    found["meeting"] = "/".join(meeting.getPhysicalPath())
    found["item"] = "/".join(items[WITH_ANNEXES].getPhysicalPath())
    found["freeze"] = seconds(lambda: walk(meeting, "convene"))
    hold(meeting)
    found |= voting(site, meeting, items[0])
    found |= minutes.measure(meeting)
    found |= {"points": POINTS, "few_points": minutes.FEW}
    print(json.dumps(found))


def hold(meeting) -> None:
    """Open the meeting now, with everybody present."""
    from imio.platform.core import clock
    from imio.platform.deliberation.content.officials import members_of
    from imio.platform.deliberation.records.presence import save_presence
    from imio.platform.deliberation.rules.presence import Presence
    from imio.platform.deliberation.rules.presence import Status
    from imio.platform.deliberation.workflow.walking import walk

    meeting.date = clock.now()
    members = [mandate.uid for mandate in members_of(meeting)]
    save_presence(meeting, Presence(meeting=dict.fromkeys(members, Status.PRESENT)))
    walk(meeting, "open")
    transaction.commit()


if __name__ == "__main__":
    main(sys.argv[1])

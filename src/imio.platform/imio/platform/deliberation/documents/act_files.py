"""The job that fixes the acts and the minutes of a meeting as PDF/A, a few at a time.

Each run commits what it made and asks for the next one: a LibreOffice that stops, or a
server that restarts, costs the files of one run and no number.
"""

from imio.platform.core import clock
from imio.platform.core.documents import generate
from imio.platform.core.jobs import enqueue
from imio.platform.core.jobs import job
from imio.platform.core.jobs import SYSTEM
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.documents.specs import DELIBERATION
from imio.platform.deliberation.documents.specs import MINUTES
from imio.platform.deliberation.records.fixed_minutes import fix_file
from imio.platform.deliberation.records.fixed_minutes import fixed_file
from imio.platform.deliberation.records.fixed_minutes import fixed_words
from imio.platform.deliberation.records.register import keep_file
from imio.platform.deliberation.workflow.lookup import find_item
from imio.platform.deliberation.workflow.lookup import find_meeting
from imio.platform.deliberation.workflow.registering import acts_of_meeting
from imio.platform.deliberation.workflow.registering import FILES_JOB
from imio.platform.i18n import _

#: Files made in one transaction.
AT_ONCE = 10


@job(FILES_JOB, title=_("Actes figés en PDF/A"), run_as=SYSTEM)
def make_files(site, meeting_uid: str) -> None:
    """The next files that are missing; the minutes when every act has its own."""
    meeting = find_meeting(meeting_uid)
    if meeting is None or not fixed_words(meeting):
        return
    body = body_of(meeting)
    missing = [one for one in acts_of_meeting(meeting) if not one.has_file]
    for act in missing[:AT_ONCE]:
        made = generate(find_item(act.item), DELIBERATION.id, "pdf", check=False)
        name = f"{act.reference.replace('/', '-')} {made.filename}"
        keep_file(body, act, made.data, name)
    if len(missing) > AT_ONCE:
        next_one = missing[AT_ONCE]
        enqueue(
            FILES_JOB,
            key=f"{meeting_uid}-{next_one.year}-{next_one.number}",
            meeting_uid=meeting_uid,
        )
    elif fixed_file(meeting) is None:
        made = generate(meeting, MINUTES.id, "pdf", check=False)
        moment = clock.now().isoformat(timespec="seconds")
        fix_file(meeting, made.data, made.filename, moment)

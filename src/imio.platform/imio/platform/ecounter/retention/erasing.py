"""Erasing: drafts are deleted, requests lose all that tells of a person.

A request that was sent stays, with its number, procedure, service, state and dates:
statistics are the same before and after.
"""

from collections import Counter
from imio.platform.core.clock import today
from imio.platform.ecounter.content.instants import present_instant
from imio.platform.ecounter.filing import drafts
from imio.platform.ecounter.retention.finding import candidates
from imio.platform.ecounter.retention.finding import delays
from imio.platform.ecounter.retention.finding import kept
from imio.platform.ecounter.rules.retention import DELETE
from imio.platform.ecounter.rules.retention import fate
from imio.platform.ecounter.rules.retention import is_due
from persistent.list import PersistentList
import secrets


def erase_due(counter) -> Counter:
    """Erase everything that is due today.

    :returns: how many requests met each fate.
    """
    done: Counter = Counter()
    for request in list(candidates(counter)):
        facts = kept(request)
        if not is_due(facts, delays(request), today()):
            continue
        what = fate(facts)
        done[what] += 1
        if what == DELETE:
            drafts.discard(request)
        else:
            anonymise(request)
    counter.retention_runs = PersistentList(
        [*(counter.retention_runs or ())[-99:], (present_instant(), dict(done))]
    )
    return done


def anonymise(request) -> None:
    """Take the person out of a request, its files, its history and its index."""
    user_id = request.applicant.get("user_id", "")
    _erase_answers(request)
    _erase_history(request, user_id)
    for each in request.files():
        request._delObject(each.getId())
    request.applicant.clear()
    request.setCreators(())
    request.manage_delLocalRoles([user_id] if user_id else [])
    # Neither the code nor a browser that holds it opens it any more.
    request.salt = secrets.token_hex(8)
    procedure = request.procedure()
    title = procedure.Title() if procedure is not None else ""
    request.title = f"{title} {request.number}".strip()
    request.digest = ""
    request.anonymised_at = present_instant()
    request.reindexObject()
    request.reindexObjectSecurity()


def _erase_answers(request) -> None:
    version = request.version()
    fields = version.compiled().fields_by_name if version is not None else {}
    for answers in (request.answers, getattr(request, "internal_answers", {})):
        for name in list(answers):
            field = fields.get(name)
            if field is None or field.retention == "strip":
                del answers[name]
    request.computed.clear()
    request.set_aside.clear()
    request.question = request.decision_reason = ""
    request.waiting_files = ()


def _erase_history(request, user_id: str) -> None:
    """Days and agents stay; words, and the applicant's name, go."""
    for line in request.history:
        line["text"] = ""
        if line["actor"] == user_id:
            line["actor"] = ""
    request.history._p_changed = True
    history = request.workflow_history
    for name in list(history):
        history[name] = tuple(
            {
                **entry,
                "comments": "",
                "actor": "" if entry["actor"] == user_id else entry["actor"],
            }
            for entry in history[name]
        )

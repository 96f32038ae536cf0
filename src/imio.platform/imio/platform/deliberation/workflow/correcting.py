"""Observations on minutes: noted until these are approved, accepted or refused."""

from dataclasses import replace
from imio.platform.core import clock
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.errors import worded
from imio.platform.deliberation.records.agenda import item_uids
from imio.platform.deliberation.records.corrections import corrections
from imio.platform.deliberation.records.corrections import save_corrections
from imio.platform.deliberation.rules.corrections import Answer
from imio.platform.deliberation.rules.corrections import corrected
from imio.platform.deliberation.rules.corrections import Correction
from imio.platform.deliberation.rules.corrections import occurrences
from imio.platform.deliberation.rules.violations import RuleViolation
from imio.platform.deliberation.workflow.lookup import find_item
from imio.platform.deliberation.workflow.projection import lines
from imio.platform.i18n import _
from plone import api
from plone.app.textfield import RichTextValue

#: Minutes that may still be corrected.
CORRECTABLE = ("held", "decisions_published")
TEXTS = ("decision", "motivation")
LONGEST = 4000


def may_be_corrected(meeting) -> bool:
    """Whether observations are taken."""
    return api.content.get_state(meeting) in CORRECTABLE


def observe(
    meeting,
    author: str,
    item_uid: str = "",
    before: str = "",
    after: str = "",
    note: str = "",
) -> Correction:
    """Note an observation.

    :param author: name and office of who makes it.
    :param before: passage of the point's text, or of the observations.
    :raises DeliberationError: nothing was noted, for the reason given.
    """
    _require_correctable(meeting)
    if not author:
        raise DeliberationError(_("Dites qui fait cette observation."), "author")
    if not (before or note):
        raise DeliberationError(
            _("Écrivez le passage à corriger, ou l'observation."), "note"
        )
    for name, text in (("before", before), ("after", after), ("note", note)):
        if len(text) > LONGEST:
            raise DeliberationError(
                _("Ce texte est trop long : 4 000 caractères au plus."), name
            )
    if item_uid and item_uid not in item_uids(meeting):
        raise DeliberationError(_("Choisissez un point de cette séance."), "item")
    if before:
        _place(meeting, item_uid, before)
    log = corrections(meeting)
    made = Correction(
        number=len(log) + 1,
        author=author,
        made_at=clock.now().isoformat(timespec="seconds"),
        item=item_uid,
        point=_number(meeting, item_uid),
        before=before,
        after=after,
        note=note,
    )
    save_corrections(meeting, [*log, made])
    return made


def settle(meeting, number: int, accepted: bool, reply: str = "") -> Correction:
    """Accept an observation, and correct the text, or refuse it.

    :raises DeliberationError: nothing was done, for the reason given.
    """
    _require_correctable(meeting)
    log = corrections(meeting)
    found = next((one for one in log if one.number == number), None)
    if found is None or not found.is_open:
        raise DeliberationError(_("Cette observation a déjà reçu sa suite."))
    if not accepted and not reply:
        raise DeliberationError(
            _("Écrivez pourquoi l'observation n'est pas retenue."), f"reply-{number}"
        )
    if accepted and found.before:
        _correct(meeting, found)
    settled = replace(
        found,
        answer=Answer.ACCEPTED if accepted else Answer.REFUSED,
        reply=reply,
        settled_at=clock.now().isoformat(timespec="seconds"),
    )
    save_corrections(meeting, [settled if one.number == number else one for one in log])
    return settled


def _require_correctable(meeting) -> None:
    if not may_be_corrected(meeting):
        raise DeliberationError(
            _(
                "Le procès-verbal se corrige entre la fin de la séance et son "
                "approbation."
            )
        )


def _place(meeting, item_uid: str, before: str) -> str:
    """The text of the point that holds the passage, once.

    :raises DeliberationError: none does, or several times.
    """
    item = find_item(item_uid) if item_uid else None
    if item is None:
        found = {"observations": occurrences(meeting.observations or "", before)}
    else:
        found = {name: occurrences(_raw(item, name), before) for name in TEXTS}
    total = sum(found.values())
    if total != 1:
        code = "passage_missing" if total == 0 else "passage_twice"
        raise worded(RuleViolation(code, "before", number=total))
    return next(name for name, number in found.items() if number)


def _correct(meeting, one: Correction) -> None:
    name = _place(meeting, one.item, one.before)
    item = find_item(one.item) if one.item else None
    if item is None:
        # Plain text: nothing to escape, and one passage for sure.
        text = meeting.observations
        meeting.observations = text.replace(one.before, one.after, 1)
        return
    html = corrected(_raw(item, name), one.before, one.after)
    setattr(item, name, RichTextValue(html, "text/html", "text/x-html-safe"))
    item.reindexObject(idxs=["SearchableText"])


def _raw(item, name: str) -> str:
    value = getattr(item, name)
    return (value.raw or "") if value is not None else ""


def _number(meeting, item_uid: str) -> str:
    with api.env.adopt_roles(["Manager"]):
        found = (line.number for line in lines(meeting) if line.uid == item_uid)
        return next(found, "") if item_uid else ""

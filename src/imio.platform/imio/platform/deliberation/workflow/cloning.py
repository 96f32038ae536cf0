"""A new point made from another one: its texts, its annexes, its advices."""

from collections.abc import Iterable
from hashlib import sha256
from imio.platform.core.annexes.interfaces import IAnnex
from imio.platform.core.annexes.listing import all_annexes
from imio.platform.deliberation.content.advice import advices_of
from imio.platform.deliberation.content.advice import IAdvice
from imio.platform.deliberation.content.interfaces import IAgendaItem
from imio.platform.deliberation.content.storage import items_folder
from imio.platform.deliberation.workflow.advices import remember_services
from imio.platform.deliberation.workflow.links import tie
from imio.platform.deliberation.workflow.walking import put_in_state
from plone import api
from plone.app.textfield.interfaces import IRichTextValue
from plone.dexterity.utils import createContentInContainer
from plone.namedfile.file import NamedBlobFile
from zope.schema import getFieldNames

#: What belongs to one passage before a body, never to the next.
OWN_FIELDS = ("preferred_meeting",)

#: What an advice keeps beside its fields when a later point repeats it.
ANSWER = ("asked_by", "asked_on", "completed_on", "is_extended", "given_by", "given_on")


def clone(origin, body, kind: str, /, **fields):
    """A draft in ``body`` with the texts of ``origin``, tied to it.

    :param kind: how it comes from it, see ``links``; empty for no tie.
    :param fields: what differs from ``origin``.
    """
    values = {**texts_of(origin), **fields}
    with api.env.adopt_roles(["Manager"]):
        made = createContentInContainer(
            items_folder(body), "AgendaItem", checkConstraints=False, **values
        )
    if kind:
        tie(made, origin, kind)
    return made


def texts_of(origin) -> dict:
    """The fields of a point that a new one takes over."""
    names = [name for name in getFieldNames(IAgendaItem) if name not in OWN_FIELDS]
    return {name: getattr(origin, name, None) for name in names}


def give_annexes(made, annexes: Iterable) -> None:
    """Give a point its own copies of annexes."""
    for annex in annexes:
        with api.env.adopt_roles(["Manager"]):
            createContentInContainer(
                made,
                "Annex",
                checkConstraints=False,
                id=annex.getId(),
                **{n: getattr(annex, n, None) for n in getFieldNames(IAnnex)}
                | {"file": _file(annex.file)},
            )


def inherit_advices(made, origin) -> None:
    """Repeat on a point the advices given on another, which nobody changes there."""
    given = [a for a in advices_of(origin) if api.content.get_state(a) == "given"]
    for advice in given:
        values = {name: getattr(advice, name) for name in getFieldNames(IAdvice)}
        values |= {name: getattr(advice, name) for name in ANSWER}
        with api.env.adopt_roles(["Manager"]):
            copy = createContentInContainer(
                made,
                "Advice",
                checkConstraints=False,
                id=advice.getId(),
                is_automatic=advice.is_automatic,
                inherited_from=advice.inherited_from or advice.UID(),
                **values,
            )
        put_in_state(copy, "given")
    if given:
        remember_services(made)


def remember_as_made(made) -> None:
    """Note what a new point holds, so that work done on it shows."""
    made.made_as = _content(made)


def is_untouched(made) -> bool:
    """Whether nobody has worked on a point since it was made."""
    return made.made_as == _content(made)


def _content(item) -> str:
    fields = sorted((name, _plain(value)) for name, value in texts_of(item).items())
    annexes = [(annex.getId(), annex.title) for annex in all_annexes(item)]
    return sha256(repr((fields, annexes)).encode()).hexdigest()


def _plain(value) -> str:
    return value.raw if IRichTextValue.providedBy(value) else repr(value)


def _file(file) -> NamedBlobFile | None:
    if file is None:
        return None
    return NamedBlobFile(
        file.data, contentType=file.contentType, filename=file.filename
    )

"""Who does what in the start content: the history names people, not the installer."""

from collections.abc import Iterator
from contextlib import contextmanager
from imio.platform.core.organisation import membership
from imio.platform.deliberation.content.meeting import body_of
from plone import api

#: Functions of who writes a point, of who validates it, of who answers an advice.
AUTHORS = ("agent", "editor", "manager")
HEADS = ("manager", "reviewer")
ADVISERS = ("adviser", "manager")


@contextmanager
def acting(context, service: str | None, functions: tuple[str, ...]) -> Iterator[None]:
    """The rights of an administrator, in the name of who holds the function.

    :param service: UID; where nobody there has an account it is done by the
        secretariat of the body, and where it has none by who loads the content.
    """
    body = body_of(context)
    secretariat = body.secretariat if body is not None else ""
    account = _holder(service, functions) or _holder(secretariat, AUTHORS)
    if not account:
        with api.env.adopt_roles(["Manager"]):
            yield
        return
    with api.env.adopt_user(username=account), api.env.adopt_roles(["Manager"]):
        yield


def _holder(service: str | None, functions: tuple[str, ...]) -> str:
    for function in functions if service else ():
        members = membership.members(service, function)
        if members:
            return members[0]
    return ""

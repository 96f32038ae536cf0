"""The counter of a commune."""

from imio.platform.core.interfaces import IComputedRoles
from imio.platform.ecounter.content.interfaces import IECounter
from plone.dexterity.content import Container
from zope.interface import implementer
import secrets


@implementer(IECounter, IComputedRoles)
class ECounter(Container):
    """Root of the procedures; requests lie in ``requests/<year>/<bucket>``.

    ``secret`` draws the tracking codes and signs what is given to people without an
    account; ``claims`` remembers the forms already received.
    """

    secret = ""
    claims = None
    #: When something was erased: (instant, how many met each fate).
    retention_runs = None


def prepare(counter, event) -> None:
    """A new counter gets its secret once."""
    if not counter.secret:
        counter.secret = secrets.token_hex(32)


def ecounter_of(context) -> ECounter:
    """The counter that ``context`` lies in.

    :raises LookupError: it lies in none.
    """
    current = context
    while current is not None:
        if IECounter.providedBy(current):
            return current
        current = getattr(current, "__parent__", None)
    raise LookupError("outside any counter")

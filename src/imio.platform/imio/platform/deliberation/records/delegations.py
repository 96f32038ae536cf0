"""The delegations of signature of a commune, beside its bodies: all of them kept."""

from collections.abc import Iterable
from dataclasses import asdict
from imio.platform.deliberation.records import storage
from imio.platform.deliberation.rules.signatories import Delegation

NAME = "delegations"


def delegations(body) -> list[Delegation]:
    """Those of the commune, the first given first."""
    lines = storage.read(body.aq_parent, NAME).get("given", ())
    return [Delegation(**line) for line in lines]


def save_delegations(body, given: Iterable[Delegation]) -> None:
    """Replace them."""
    lines = tuple(asdict(one) for one in given)
    storage.write(body.aq_parent, NAME, {"given": lines})

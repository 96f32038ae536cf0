"""Which point another application's identifier stands for: a claim of its own."""

from BTrees.OOBTree import OOBTree
from dataclasses import dataclass
from zope.annotation.interfaces import IAnnotations

NAME = "imio.platform.deliberation.external_ids"


@dataclass(frozen=True)
class Claim:
    """:param digest: of what was sent, to know the same request again."""

    item_uid: str
    digest: str


def claimed(root, external_id: str) -> Claim | None:
    """The claim on an identifier, or ``None``.

    :param root: the root of the bodies: an identifier is claimed for all of them.
    """
    found = IAnnotations(root).get(NAME, {}).get(external_id)
    return Claim(*found) if found else None


def claim(root, external_id: str, value: Claim) -> None:
    """Claim an identifier; of two at once, one gets a conflict and reads the other."""
    annotations = IAnnotations(root)
    if NAME not in annotations:
        annotations[NAME] = OOBTree()
    annotations[NAME][external_id] = (value.item_uid, value.digest)


def release(root, external_id: str) -> None:
    """Forget a claim."""
    claims = IAnnotations(root).get(NAME)
    if claims is not None and external_id in claims:
        del claims[external_id]

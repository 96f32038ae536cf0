"""A form sent twice makes one request: its token is claimed, not checked.

Two transactions that claim the same token cannot both commit; the later is retried
by the publisher and finds what the first has made.
"""

from BTrees.OOBTree import OOBTree
from imio.platform.core.clock import today
import re
import secrets

DAYS_KEPT = 2


def new_token() -> str:
    """A token to put in a form."""
    return secrets.token_hex(16)


def is_token(value) -> bool:
    return isinstance(value, str) and bool(re.fullmatch(r"[0-9a-f]{32}", value))


def claimed(counter, token: str) -> str:
    """UID of the request that this token made, or an empty string."""
    for tokens in (counter.claims or {}).values():
        if token in tokens:
            return tokens[token]
    return ""


def claim(counter, token: str, uid: str) -> None:
    """Note that ``token`` made the request ``uid``; forget the tokens of past days."""
    if counter.claims is None:
        counter.claims = OOBTree()
    day = today().isoformat()
    if day not in counter.claims:
        for old in list(counter.claims)[: -(DAYS_KEPT - 1) or None]:
            del counter.claims[old]
        counter.claims[day] = OOBTree()
    counter.claims[day][token] = uid

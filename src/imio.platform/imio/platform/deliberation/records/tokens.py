"""What a page saw when it was made, to notice that somebody changed it since."""

from hashlib import sha256


def token(*seen) -> str:
    """A short text that differs when what was seen differs.

    :param seen: values whose ``repr`` tells them apart.
    """
    return sha256(repr(seen).encode()).hexdigest()[:16]

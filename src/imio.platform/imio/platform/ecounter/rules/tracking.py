"""Tracking codes: how a person without an account finds a request again."""

import hashlib
import hmac

#: No vowel, so no word; nothing that is read for something else (0/O, 1/I, 5/S, 8/B).
ALPHABET = "CDFGHJKLMNPQRTVWXZ234679"
GROUPS, GROUP_LENGTH = 3, 4
LENGTH = GROUPS * GROUP_LENGTH


def code_of(request_id: str, salt: str, secret: str) -> str:
    """The code of a request, such as ``K7FD-M2XP-T94H``: 55 bits that nobody guesses.

    Drawn from the counter's secret, so that it is stored nowhere and can still be
    told again to who has the right to it.
    """
    mixed = hmac.new(secret.encode(), f"{request_id}/{salt}".encode(), hashlib.sha256)
    number = int.from_bytes(mixed.digest())
    letters = []
    for _letter in range(LENGTH):
        number, rank = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[rank])
    return grouped("".join(letters))


def grouped(letters: str) -> str:
    """The code as it is shown and said aloud."""
    return "-".join(
        letters[start : start + GROUP_LENGTH]
        for start in range(0, len(letters), GROUP_LENGTH)
    )


def normalised(typed: str) -> str:
    """The code in what a person typed, or an empty string if it cannot be one."""
    letters = "".join(char for char in typed[:100].upper() if char.isalnum())
    if len(letters) != LENGTH or not set(letters) <= set(ALPHABET):
        return ""
    return grouped(letters)


def digest(code: str, secret: str) -> str:
    """What is kept and indexed in place of the code."""
    return hmac.new(secret.encode(), code.encode(), hashlib.sha256).hexdigest()[:40]

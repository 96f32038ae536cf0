"""Secret addresses of the members' calendars: one a person, renewed when she wants.

The owner is found by the key's digest; the key itself lies in her own notebook alone.
"""

from BTrees.OOBTree import OOBTree
from hashlib import sha256
from imio.platform.deliberation.records.notebook import FEED
from imio.platform.deliberation.records.notebook import Notebook
from plone import api
from zope.annotation.interfaces import IAnnotations
import secrets

OWNERS = "imio.platform.deliberation.calendar_keys"


def key_of(notebook: Notebook) -> str:
    """The key of the notebook's owner, empty where there is none."""
    return notebook.part(FEED).get("key", "")


def renew(notebook: Notebook) -> None:
    """Give a new key; the former one opens nothing any more."""
    withdraw(notebook)
    key = secrets.token_urlsafe(32)
    annotations = IAnnotations(api.portal.get())
    if OWNERS not in annotations:
        annotations[OWNERS] = OOBTree()
    annotations[OWNERS][_digest(key)] = notebook.user_id
    notebook.written(FEED)["key"] = key


def withdraw(notebook: Notebook) -> None:
    """Close the address, where there is one."""
    key = key_of(notebook)
    if key:
        _owners().pop(_digest(key), None)
        del notebook.written(FEED)["key"]


def owner(key: str) -> str:
    """Id of the account that a key belongs to, empty where it opens nothing."""
    return _owners().get(_digest(key), "") if key else ""


def _owners():
    return IAnnotations(api.portal.get()).get(OWNERS, {})


def _digest(key: str) -> str:
    return sha256(key.encode("utf-8", "replace")).hexdigest()

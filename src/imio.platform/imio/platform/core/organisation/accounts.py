"""Accounts that a function can be given to."""

from dataclasses import dataclass
from imio.platform.core.organisation.membership import full_name
from plone import api

#: A query shorter than this would list half the commune.
SHORTEST_QUERY = 2

#: Accounts listed at most; who searches then says more of the name.
LONGEST_LIST = 20


@dataclass(frozen=True)
class Account:
    """Who signs in, as a list shows it."""

    id: str
    name: str


def account(user_id: str) -> Account:
    """The account of this id, with its full name."""
    return Account(user_id, full_name(user_id))


def search(query: str) -> list[Account]:
    """Accounts whose name or id contains ``query``, in order of name."""
    query = query.strip()
    if len(query) < SHORTEST_QUERY:
        return []
    users = api.portal.get_tool("acl_users")
    found = {
        row["userid"]
        for criteria in ({"fullname": query}, {"id": query})
        for row in users.searchUsers(**criteria)
    }
    return sorted(map(account, found), key=lambda row: (row.name.casefold(), row.id))

"""Accounts of a demonstration commune."""

from collections.abc import Mapping
from imio.platform.core.organisation import membership
from plone import api
from typing import Any
import logging
import os
import secrets

logger = logging.getLogger("imio.platform")

#: Environment variable with the password of every demonstration account.
PASSWORD_VARIABLE = "IMIO_DEMO_PASSWORD"


def demonstration_password() -> str:
    """The password asked for, or one that nobody knows: no account opens by default."""
    password = os.environ.get(PASSWORD_VARIABLE)
    if password:
        return password
    logger.warning(
        "%s n'est pas défini : les comptes de démonstration sont créés avec un mot "
        "de passe que personne ne connaît.",
        PASSWORD_VARIABLE,
    )
    return f"{secrets.token_urlsafe(24)}-Aa1!"


def create_account(data: Mapping[str, Any], service_uids: Mapping[str, str]) -> None:
    """Create an account with its groups and functions, unless the id is taken.

    :param service_uids: UID of each service by its id.
    """
    user_id = data["id"]
    if api.user.get(userid=user_id) is not None:
        return
    api.user.create(
        username=user_id,
        email=data["email"],
        password=demonstration_password(),
        roles=("Member",),
        properties={"fullname": data["fullname"]},
    )
    for group in data.get("groups", ()):
        api.group.add_user(groupname=group, username=user_id)
    for service_id, functions in data.get("functions", {}).items():
        for function in functions:
            membership.grant(service_uids[service_id], function, user_id)

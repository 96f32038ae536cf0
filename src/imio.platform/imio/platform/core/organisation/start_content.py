"""Start content of core: the organisation, its people, their mandates and accounts.

``core.json`` of a commune's profile::

    {
      "organisation": {"id": "organisation", "title": "...", "description": "..."},
      "services": [{"id": "travaux", "title": "...", "services": [...]}],
      "persons": [{"id": "...", "first_name": "...", "last_name": "...", "gender": "F",
                   "public": true, "mandates": [{"office": "echevin",
                   "start": "2024-12-02", "service": "travaux"}]}],
      "accounts": [{"id": "agent", "fullname": "...", "email": "...",
                    "groups": ["webmasters"], "functions": {"travaux": ["agent"]}}]
    }

A service is named by its id, unique in the organisation. What exists already is left
as the commune made it.
"""

from collections.abc import Iterator
from collections.abc import Mapping
from datetime import date
from imio.platform.core.interfaces import IStartContent
from imio.platform.core.organisation import directory
from imio.platform.core.organisation.start_accounts import create_account
from plone import api
from plone.dexterity.utils import createContentInContainer
from typing import Any
from zope.interface import implementer

MANDATE_TEXTS = ("office", "body", "political_group", "responsibilities")
PERSON_FIELDS = (
    "first_name",
    "last_name",
    "gender",
    "email",
    "phone",
    "private_email",
    "private_phone",
    "user_id",
)
SERVICE_FIELDS = ("title", "description", "short_name")


@implementer(IStartContent)
class CoreContent:
    """Loads ``core.json``."""

    order = 0

    def load(self, site: Any, data: Mapping[str, Any], folder: str) -> None:
        root = _organisation(site, data["organisation"])
        for service in data.get("services", ()):
            _service(root, service)
        uids = {entry.id: entry.uid for entry in directory.services(True)}
        for account in data.get("accounts", ()):
            create_account(account, uids)
        for person in data.get("persons", ()):
            _person(root, person, uids)


def _organisation(site, data: Mapping[str, Any]):
    return site.get(data["id"]) or api.content.create(
        site,
        "Organisation",
        id=data["id"],
        title=data["title"],
        description=data.get("description", ""),
    )


def _service(container, data: Mapping[str, Any]) -> None:
    service = container.get(data["id"]) or api.content.create(
        container, "Service", id=data["id"], **_only(data, SERVICE_FIELDS)
    )
    for child in data.get("services", ()):
        _service(service, child)


def _person(root, data: Mapping[str, Any], uids: Mapping[str, str]) -> None:
    if data["id"] in root:
        return
    person = api.content.create(
        root, "Person", id=data["id"], **_only(data, PERSON_FIELDS)
    )
    for mandate in _mandates(data.get("mandates", ()), uids):
        createContentInContainer(person, "Mandate", **mandate)
    if data.get("public"):
        api.content.transition(person, "publish")


def _mandates(rows, uids: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    for row in rows:
        yield {
            **_only(row, MANDATE_TEXTS),
            "service": uids[row["service"]] if row.get("service") else None,
            "start": date.fromisoformat(row["start"]),
            "end": date.fromisoformat(row["end"]) if row.get("end") else None,
            "is_interim": bool(row.get("is_interim")),
            "rank": row.get("rank", 100),
        }


def _only(data: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: data[name] for name in names if name in data}

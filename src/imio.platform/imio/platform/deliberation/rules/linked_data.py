"""Meetings, decisions and regulations for search engines (schema.org, as JSON-LD)."""

from collections.abc import Mapping
from datetime import date
from datetime import datetime
from typing import Any
import json

CONTEXT = "https://schema.org"


def organization(name: str, url: str) -> dict[str, Any]:
    """The commune."""
    return {"@type": "GovernmentOrganization", "name": name, "url": url}


def event(
    name: str, url: str, start: datetime, place: str, organizer: Mapping[str, Any]
) -> dict[str, Any]:
    """A meeting that the public may attend or follow."""
    return _said(
        {
            "@context": CONTEXT,
            "@type": "Event",
            "name": name,
            "url": url,
            "startDate": start.isoformat(timespec="seconds"),
            "eventStatus": f"{CONTEXT}/EventScheduled",
            "location": {"@type": "Place", "name": place, "address": place}
            if place
            else None,
            "organizer": dict(organizer),
            "inLanguage": "fr-BE",
        }
    )


def legislation(
    name: str,
    url: str,
    kind: str,
    passed_by: Mapping[str, Any],
    passed_on: date | None = None,
    applies_from: date | None = None,
    is_in_force: bool | None = None,
    abstract: str = "",
) -> dict[str, Any]:
    """A decision or a regulation.

    :param is_in_force: whether it binds; ``None`` where the question has no sense.
    """
    force = {True: "InForce", False: "NotInForce"}
    return _said(
        {
            "@context": CONTEXT,
            "@type": "Legislation",
            "name": name,
            "url": url,
            "legislationType": kind,
            "legislationPassedBy": dict(passed_by),
            "legislationDate": passed_on.isoformat() if passed_on else None,
            "legislationDateOfApplicability": applies_from.isoformat()
            if applies_from
            else None,
            "legislationLegalForce": f"{CONTEXT}/{force[is_in_force]}"
            if is_in_force is not None
            else None,
            "abstract": abstract,
            "inLanguage": "fr-BE",
            "isAccessibleForFree": True,
        }
    )


def script(values: Mapping[str, Any]) -> str:
    """The data as the content of a script element, which no text in it can close."""
    text = json.dumps(values, ensure_ascii=False)
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _said(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, "")}

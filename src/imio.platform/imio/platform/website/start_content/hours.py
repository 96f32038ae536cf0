"""Contact and hours of the services in the start content."""

from collections.abc import Mapping
from datetime import timedelta
from imio.platform.core.clock import today
from imio.platform.core.organisation import directory
from imio.platform.website.content.contact_hours import IContactHours
from imio.platform.website.rules.schedule import DAYS
from typing import Any

#: Names given to several days at once.
WORKING_DAYS = DAYS[:5]


def load_hours(services: Mapping[str, Mapping[str, Any]]) -> None:
    """Give their hours to the services that have none yet."""
    uids = {entry.id: entry.uid for entry in directory.services(True)}
    for service_id, data in services.items():
        service = directory.service(uids.get(service_id, ""))
        if service is None or getattr(service, "week", None):
            continue
        values = {
            **data,
            "week": week_of(data.get("week", {})),
            "closures": [_closure(row) for row in data.get("closures", ())],
        }
        for name, value in values.items():
            IContactHours[name].validate(value)
            setattr(service, name, value)
        service.reindexObject()


def week_of(data: Mapping[str, Any]) -> dict[str, Any]:
    """A week where ``working_days`` stands for Monday to Friday."""
    common = data.get("working_days")
    week = dict.fromkeys(WORKING_DAYS, common) if common else {}
    own = {day: value for day, value in data.items() if day != "working_days"}
    return {**week, **own}


def _closure(row: Mapping[str, Any]) -> dict[str, str]:
    start = today() + timedelta(days=row["in_days"])
    end = start + timedelta(days=row.get("days", 1) - 1)
    return {
        "start": start.isoformat(),
        "end": end.isoformat(),
        "reason": row["reason"],
    }

"""The levels a point still has to pass."""

from imio.platform.core.organisation import directory
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.rules import levels
from imio.platform.deliberation.rules.levels import Level
from imio.platform.deliberation.rules.levels import parse
from imio.platform.deliberation.rules.levels import SECRETARIAT
from imio.platform.deliberation.workflow.roles import level_group
from plone import api


def next_level(item) -> Level | None:
    """The level to come after the present one, empty ones skipped."""
    body = body_of(item)
    state = api.content.get_state(item)
    current = item.level if state == "in_validation" else ""
    return levels.next_level(
        body.validation_levels(), current, lambda level: bool(holders(item, level.id))
    )


def holders(item, level_id: str) -> list[str]:
    """Ids of the people who hold a level for this point."""
    group = api.group.get(level_group(item, level_id) or "-")
    return list(group.getGroupMemberIds()) if group is not None else []


def level_title(item, level_id: str) -> str:
    """The level as people say it: « Responsable, service Travaux »."""
    level = parse(level_id)
    function = directory.functions().get(level.function, level.function)
    if level.scope == SECRETARIAT:
        service = directory.service(body_of(item).secretariat)
    else:
        service = directory.service(item.proposing_service)
    return f"{function}, {service.title}" if service is not None else function

"""Who reads the list of points: the services in which a person holds a function."""

from functools import cached_property
from imio.platform.core.organisation import directory
from imio.platform.deliberation.content.defaults import AUTHOR_FUNCTIONS
from imio.platform.deliberation.rules.levels import parse
from imio.platform.deliberation.rules.levels import SECRETARIAT
from imio.platform.deliberation.workflow.roles import ADVISER_FUNCTIONS
from imio.platform.deliberation.workflow.roles import READING_FUNCTIONS
from plone import api


class Reader:
    """The present person, before one body."""

    def __init__(self, body):
        self.body = body
        self.user_id = api.user.get_current().getId() or ""

    @property
    def may_enter(self) -> bool:
        """Whether the person works for a service, or sits in the body."""
        if not self.user_id:
            return False
        return bool(
            self.services((*AUTHOR_FUNCTIONS, *READING_FUNCTIONS, *ADVISER_FUNCTIONS))
            or self.may("imio.platform.deliberation: View full agenda")
        )

    @property
    def keeps_agenda(self) -> bool:
        return self.may("imio.platform.deliberation: Manage agenda")

    @property
    def sees_all(self) -> bool:
        """Whether the person works on the points of every service."""
        return (
            self.keeps_agenda
            or self.may("imio.platform.deliberation: View full agenda")
            or any(not services for _level, services in self.levels)
        )

    @cached_property
    def drafts_for(self) -> list[str]:
        return self.services(AUTHOR_FUNCTIONS)

    @cached_property
    def reads_for(self) -> list[str]:
        return self.services((*AUTHOR_FUNCTIONS, *READING_FUNCTIONS))

    @cached_property
    def advises_for(self) -> list[str]:
        return self.services(ADVISER_FUNCTIONS)

    @cached_property
    def levels(self) -> list[tuple[str, list[str]]]:
        """The levels of validation that the person holds, and for which services.

        No service stands for all of them.
        """
        held = []
        for level_id in self.body.levels or ():
            level = parse(level_id)
            mine = self.services((level.function,))
            if level.scope == SECRETARIAT:
                if self.body.secretariat in mine:
                    held.append((level_id, []))
            elif mine:
                held.append((level_id, mine))
        return held

    def services(self, functions) -> list[str]:
        """UIDs of the services in which the person holds one of the functions."""
        if not self.user_id:
            return []
        found: dict[str, None] = {}
        for function in functions:
            found.update(dict.fromkeys(directory.services_of(self.user_id, function)))
        return list(found)

    def may(self, permission: str) -> bool:
        return bool(api.user.has_permission(permission, obj=self.body))

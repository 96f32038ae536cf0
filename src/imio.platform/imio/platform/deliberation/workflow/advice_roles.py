"""Who has which role on an advice: its service answers, the point's readers read."""

from imio.platform.core.interfaces import IRolePolicy
from imio.platform.core.organisation.groups import group_id
from imio.platform.deliberation.content.advice import IAdvice
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.workflow.roles import ADVISER_FUNCTIONS
from imio.platform.deliberation.workflow.roles import AGENDA_MANAGER
from imio.platform.deliberation.workflow.roles import BodyRolePolicy
from imio.platform.deliberation.workflow.roles import EDITOR
from imio.platform.deliberation.workflow.roles import ItemRolePolicy
from imio.platform.deliberation.workflow.roles import REVIEWER
from zope.component import adapter
from zope.interface import implementer

ADVISER = "Adviser"
ADVICE_READER = "Advice Reader"

#: Roles that read a confidential advice: the proposing service, the secretariat.
TRUSTED = {EDITOR, REVIEWER, AGENDA_MANAGER}


@implementer(IRolePolicy)
@adapter(IAdvice)
class AdviceRolePolicy:
    """The public is never a reader, even of a published point."""

    def __init__(self, context):
        self.context = context

    def roles(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for principal in self._readers():
            found.setdefault(principal, set()).add(ADVICE_READER)
        if self.context.adviser_service:
            for function in ADVISER_FUNCTIONS:
                group = group_id(self.context.adviser_service, function)
                found.setdefault(group, set()).add(ADVISER)
        return found

    def _readers(self) -> list[str]:
        item = self.context.aq_parent
        body = body_of(item)
        may_view = set(getattr(item, "_View_Permission", ()))
        if self.context.is_confidential:
            may_view &= TRUSTED
        on_body = BodyRolePolicy(body).roles() if body is not None else {}
        return [
            principal
            for roles in (ItemRolePolicy(item).roles(), on_body)
            for principal, held in roles.items()
            if held & may_view
        ]

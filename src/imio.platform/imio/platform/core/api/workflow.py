"""@workflow that says why: refused transitions are listed with their reason."""

from imio.platform.core.api.problem import problem
from imio.platform.core.errors import PlatformError
from imio.platform.core.interfaces import ICoreLayer
from imio.platform.core.workflow.errors import sentence_of
from imio.platform.core.workflow.errors import TransitionRefused
from imio.platform.core.workflow.guards import transition_choices
from imio.platform.core.workflow.hints import next_step
from imio.platform.core.workflow.transitions import require_possible
from plone.restapi.deserializer import json_body
from plone.restapi.interfaces import IExpandableElement
from plone.restapi.services import Service
from plone.restapi.services.workflow.info import WorkflowInfo
from plone.restapi.services.workflow.transition import WorkflowTransition
from Products.CMFCore.interfaces import IWorkflowAware
from zope.component import adapter
from zope.i18n import translate
from zope.interface import implementer
import transaction


@implementer(IExpandableElement)
@adapter(IWorkflowAware, ICoreLayer)
class ReasonedWorkflowInfo(WorkflowInfo):
    """Plone's answer, with ``refused`` and ``next_step`` added."""

    def __call__(self, expand=False):
        result = super().__call__(expand=expand)
        if not expand:
            return result
        result["workflow"]["refused"] = [
            {
                "@id": f"{self.context.absolute_url()}/@workflow/{choice.id}",
                "id": choice.id,
                "title": translate(choice.title, domain="plone", context=self.request),
                "reason": translate(choice.verdict.reason, context=self.request),
            }
            for choice in transition_choices(self.context)
            if not choice.verdict
        ]
        result["workflow"]["next_step"] = translate(
            next_step(self.context), context=self.request
        )
        return result


class ReasonedWorkflowGet(Service):
    """GET @workflow"""

    def reply(self):
        return ReasonedWorkflowInfo(self.context, self.request)(expand=True)["workflow"]


class ReasonedWorkflowPost(WorkflowTransition):
    """POST @workflow/<transition>: done as Plone does, or refused with the reason.

    403 where the action is for others, 404 where it does not exist, 409 where it
    is not possible now, 400 where the reason is missing.
    """

    def reply(self):
        if self.transition is None:
            return super().reply()
        comment = json_body(self.request).get("comment") or ""
        before = transaction.savepoint(optimistic=True)
        try:
            require_possible(self.context, self.transition, str(comment))
            return super().reply()
        except TransitionRefused as refusal:
            return self._problem(refusal)
        except PlatformError as error:
            # A subscriber of the transition found what the guard could not foresee.
            before.rollback()
            return self._problem(TransitionRefused(sentence_of(error)))

    def _problem(self, refusal: TransitionRefused) -> dict:
        return problem(refusal, self.request, refusal.http_status)

"""Titles, in the reader's language, of what the catalog stores as identifiers."""

from functools import cached_property
from plone import api
from typing import Any
from zope.component import queryUtility
from zope.i18n import translate
from zope.schema.interfaces import IVocabularyFactory


class Titles:
    """Looks titles up, each vocabulary and person once for a page."""

    def __init__(self, context, request):
        self.context = context
        self.request = request

    def type(self, portal_type: str) -> str:
        """Title of a content type."""
        info = api.portal.get_tool("portal_types").getTypeInfo(portal_type)
        title = info.Title() if info is not None else portal_type
        return translate(title, context=self.request)

    def state(self, state: str, portal_type: str | None = None) -> str:
        """Title of a workflow state, of one type's workflow where it is known."""
        tool = api.portal.get_tool("portal_workflow")
        if portal_type:
            title = tool.getTitleForStateOnType(state, portal_type)
        else:
            title = self._any_state_title(tool, state)
        return translate(title or state, domain="plone", context=self.request)

    def term(self, vocabulary_name: str, value: Any) -> str:
        """Title of ``value`` in a named vocabulary; itself where it is unknown."""
        vocabulary = self._vocabulary(vocabulary_name)
        try:
            term = vocabulary.getTerm(value)
        except (AttributeError, LookupError):
            return str(value)
        return translate(term.title or term.token, context=self.request)

    def person(self, user_id: str) -> str:
        """Full name of a user, the id where there is none."""
        if user_id not in self._people:
            user = api.user.get(userid=user_id) if user_id else None
            name = user.getProperty("fullname") if user is not None else ""
            self._people[user_id] = name or user_id
        return self._people[user_id]

    @staticmethod
    def _any_state_title(tool, state: str) -> str:
        used = {workflow for chain in _chains(tool) for workflow in chain}
        for workflow_id in sorted(used):
            states = getattr(tool.getWorkflowById(workflow_id), "states", None)
            if states is not None and state in states.objectIds():
                return states[state].title
        return state

    def _vocabulary(self, name: str):
        if name not in self._vocabularies:
            factory = queryUtility(IVocabularyFactory, name=name)
            self._vocabularies[name] = factory(self.context) if factory else None
        return self._vocabularies[name]

    @cached_property
    def _vocabularies(self) -> dict[str, Any]:
        return {}

    @cached_property
    def _people(self) -> dict[str, str]:
        return {}


def _chains(tool):
    types = api.portal.get_tool("portal_types").objectIds()
    return [tool.getChainFor(portal_type) for portal_type in types]

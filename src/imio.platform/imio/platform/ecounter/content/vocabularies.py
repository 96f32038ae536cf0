"""Vocabularies of the counter."""

from plone import api
from zope.interface import implementer
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


@implementer(IVocabularyFactory)
class Procedures:
    """The procedures of the site that the reader may see, by UID."""

    def __call__(self, context):
        brains = api.content.find(portal_type="Procedure", sort_on="sortable_title")
        return SimpleVocabulary(
            [SimpleTerm(brain.UID, brain.UID, brain.Title) for brain in brains]
        )


procedures = Procedures()

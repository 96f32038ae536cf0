"""REST: people and mandates, with the names that follow from what is recorded."""

from imio.platform.core import clock
from imio.platform.core.content.interfaces import IMandate
from imio.platform.core.content.interfaces import IPerson
from imio.platform.core.interfaces import ICoreLayer
from imio.platform.core.organisation import mandates
from imio.platform.core.rules.mandate import is_active
from plone.restapi.interfaces import ISerializeToJson
from plone.restapi.serializer.dxcontent import SerializeFolderToJson
from plone.restapi.serializer.dxcontent import SerializeToJson
from zope.component import adapter
from zope.interface import implementer


@implementer(ISerializeToJson)
@adapter(IPerson, ICoreLayer)
class SerializePerson(SerializeFolderToJson):
    """Adds the name; fields that the caller may not read are left out by Plone."""

    def __call__(self, version=None, include_items=True):
        body = super().__call__(version=version, include_items=include_items)
        return {**body, "title": self.context.title}


@implementer(ISerializeToJson)
@adapter(IMandate, ICoreLayer)
class SerializeMandate(SerializeToJson):
    """Adds the title agreed with the holder, and whether the mandate runs today."""

    def __call__(self, version=None, include_items=True):
        body = super().__call__(version=version, include_items=include_items)
        record = mandates.record(self.context)
        return {
            **body,
            "title": mandates.title(record),
            "is_active": is_active(record, clock.today()),
        }

"""REST: a refusal about two fields names the one to correct, as the forms do."""

from imio.platform.core.errors import PlatformError
from imio.platform.core.interfaces import ICoreLayer
from plone.dexterity.interfaces import IDexterityContent
from plone.restapi.deserializer.dxcontent import DeserializeFromJson
from plone.restapi.interfaces import IDeserializeFromJson
from zExceptions import BadRequest
from zope.component import adapter
from zope.interface import implementer


@implementer(IDeserializeFromJson)
@adapter(IDexterityContent, ICoreLayer)
class DeserializeNamingFields(DeserializeFromJson):
    """Plone's own, with the field of the suite's refusals kept."""

    def __call__(
        self, validate_all=False, data=None, create=False, mask_validation_errors=True
    ):
        try:
            return super().__call__(validate_all, data, create, False)
        except BadRequest as refusal:
            for error in refusal.args[0]:
                found = error.get("error")
                if isinstance(found, PlatformError) and found.field:
                    error.setdefault("field", found.field)
                if mask_validation_errors:
                    error["error"] = "ValidationError"
            raise

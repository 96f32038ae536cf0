"""@documents: the documents that may be made of an object."""

from imio.platform.core.documents import available_templates
from plone.restapi.services import Service
from urllib.parse import urlencode


class DocumentsGet(Service):
    """GET @documents"""

    def reply(self):
        base = self.context.absolute_url()
        return {
            "@id": f"{base}/@documents",
            "items": [
                {
                    "id": document.id,
                    "title": document.title,
                    "formats": {
                        one: f"{base}/@@document?"
                        + urlencode({"template": document.id, "format": one})
                        for one in document.formats
                    },
                }
                for document in available_templates(self.context)
            ],
        }

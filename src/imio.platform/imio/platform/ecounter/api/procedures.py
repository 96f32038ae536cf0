"""``GET guichet/@procedures`` and ``GET <procedure>/@definition``."""

from imio.platform.core.organisation.directory import service
from imio.platform.ecounter.rules.published import answer_schema
from plone import api
from plone.restapi.services import Service


def describe(procedure) -> dict:
    """A procedure's sheet."""
    version = procedure.current_version()
    responsible = service(procedure.responsible_service or "")
    return {
        "@id": procedure.absolute_url(),
        "id": procedure.getId(),
        "title": procedure.Title(),
        "description": procedure.Description(),
        "category": procedure.category,
        "keywords": list(procedure.keywords or ()),
        "audience": procedure.audience or "",
        "cost": procedure.cost or "",
        "usual_delay": procedure.usual_delay or "",
        "responsible_service": responsible.Title() if responsible is not None else "",
        "is_open": procedure.is_open,
        "level_min": procedure.level_min or 0,
        "version": version.number if version is not None else None,
        "definition": f"{procedure.absolute_url()}/@definition",
        "requests": f"{procedure.absolute_url()}/@requests",
    }


class Procedures(Service):
    """The procedures that the reader may see."""

    def reply(self):
        brains = api.content.find(
            context=self.context, portal_type="Procedure", sort_on="sortable_title"
        )
        items = [describe(brain.getObject()) for brain in brains]
        return {
            "@id": f"{self.context.absolute_url()}/@procedures",
            "items": items,
            "items_total": len(items),
        }


class Definition(Service):
    """JSON Schema of the answers to the present version, and what goes with it."""

    def reply(self):
        version = self.context.current_version()
        if version is None:
            return self.reply_no_content(status=404)
        definition = version.compiled()
        language = self.request.get("LANGUAGE", "fr")[:2]
        return {
            "@id": f"{self.context.absolute_url()}/@definition",
            "version": version.number,
            "checksum": version.checksum,
            "declarations": [
                {"name": each.name, "text": dict(each.text)}
                for each in definition.declarations
            ],
            "answers": answer_schema(definition, language),
        }

"""The procedures for other catalogues to harvest (CPSV-AP)."""

from imio.platform.core.commune import commune
from imio.platform.ecounter.rules.cpsv import Authority
from imio.platform.ecounter.rules.cpsv import catalogue
from imio.platform.ecounter.rules.cpsv import Sheet
from plone import api
from Products.Five.browser import BrowserView
import json

CONTENT_TYPE = "application/ld+json; charset=utf-8"


class Harvest(BrowserView):
    """Of the counter, every procedure that the reader may see."""

    def __call__(self) -> str:
        self.request.response.setHeader("Content-Type", CONTENT_TYPE)
        sheets = [sheet_of(procedure) for procedure in self.procedures()]
        return json.dumps(catalogue(authority(), sheets), ensure_ascii=False, indent=1)

    def procedures(self) -> list:
        brains = api.content.find(
            context=self.context, portal_type="Procedure", sort_on="sortable_title"
        )
        found = [brain.getObject() for brain in brains]
        return [each for each in found if each.status != "closed"]


class HarvestOne(Harvest):
    """Of a procedure, itself."""

    def procedures(self) -> list:
        return [self.context]


def authority() -> Authority:
    """The commune."""
    present = commune()
    url = api.portal.get().absolute_url()
    return Authority(url, present.name or "", present.ins_code or "")


def sheet_of(procedure) -> Sheet:
    """What the sheet of a procedure tells."""
    needs = (procedure.you_need or "").splitlines()
    return Sheet(
        uid=procedure.UID(),
        url=procedure.absolute_url(),
        title=procedure.Title(),
        description=procedure.Description(),
        keywords=tuple(procedure.keywords or ()),
        needs=tuple(line.strip() for line in needs if line.strip()),
        result=procedure.what_you_get or "",
        cost=procedure.cost or "",
        is_open=procedure.is_open,
    )

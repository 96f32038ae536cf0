"""GET @my-work: what waits for the present person, for other programs."""

from imio.platform.core.browser.work.view import MyWork
from plone.restapi.serializer.converters import json_compatible
from plone.restapi.services import Service
from zope.i18n import translate


class MyWorkGet(Service):
    """The groups of @@mon-travail, late things told apart."""

    def reply(self):
        self.request.response.setHeader("Cache-Control", "private, no-store")
        work = MyWork(self.context, self.request)
        return {
            "@id": f"{self.context.absolute_url()}/@my-work",
            "groups": [self._group(group) for group in work.groups],
            "items_total": work.number,
            "late_total": work.late_number,
            "incomplete": work.is_incomplete,
        }

    def _group(self, group) -> dict:
        return {
            "title": translate(group.title, context=self.request),
            "url": group.url,
            "items": [
                {
                    "@id": line.item.url,
                    "title": translate(line.item.title, context=self.request),
                    "state": translate(line.item.state, context=self.request),
                    "since": json_compatible(line.item.since),
                    "due": json_compatible(line.item.due),
                    "late": line.is_late,
                }
                for line in group.lines
            ],
        }

"""@@point-settings: the categories and the templates of a body, on one page."""

from functools import cached_property
from imio.platform.core.organisation import directory
from imio.platform.deliberation.content.settings import categories_of
from imio.platform.deliberation.content.settings import templates_of
from imio.platform.deliberation.content.vocabularies import RECURRENCES
from imio.platform.i18n import _
from Products.Five.browser import BrowserView
from zope.i18n import translate


class PointSettings(BrowserView):
    """Kept by the secretariat."""

    @cached_property
    def categories(self) -> list[dict]:
        return [
            {
                "url": one.absolute_url(),
                "code": one.code or "",
                "title": one.title,
                "rules": self._rules(one),
                "services": self._services(one),
                "is_closed": one.is_closed,
            }
            for one in categories_of(self.context)
        ]

    @cached_property
    def templates(self) -> list[dict]:
        return [
            {
                "url": one.absolute_url(),
                "title": one.title,
                "subject": one.subject,
                "recurrence": self._said(RECURRENCES.get(one.recurrence, "")),
                "services": self._services(one),
                "is_closed": one.is_closed,
            }
            for one in templates_of(self.context)
        ]

    def _rules(self, category) -> str:
        found = []
        if category.about_persons:
            found.append(_("toujours à huis clos"))
        elif category.default_privacy == "closed":
            found.append(_("huis clos proposé"))
        if category.wants_secret_ballot:
            found.append(_("toujours au scrutin secret"))
        elif category.default_secret_ballot:
            found.append(_("scrutin secret proposé"))
        return ", ".join(self._said(one) for one in found) or "—"

    def _services(self, setting) -> str:
        titles = {entry.uid: entry.title for entry in directory.services(True)}
        names = [titles[uid] for uid in setting.services or () if uid in titles]
        return ", ".join(names) or self._said(_("Tous"))

    def _said(self, sentence) -> str:
        return translate(sentence, context=self.request)

"""What is due to be erased, before it is: a dry run, holds, and the order to do it."""

from datetime import timedelta
from functools import cached_property
from imio.platform.core.browser.titles.interfaces import ITitledPage
from imio.platform.core.clock import today
from imio.platform.core.jobs import enqueue
from imio.platform.ecounter.content.instants import local
from imio.platform.ecounter.content.interfaces import IRequest
from imio.platform.ecounter.content.request import AGENT
from imio.platform.ecounter.filing import access
from imio.platform.ecounter.retention.finding import candidates
from imio.platform.ecounter.retention.finding import delays
from imio.platform.ecounter.retention.finding import kept
from imio.platform.ecounter.retention.job import ERASING
from imio.platform.ecounter.rules.kinds.moments import in_words
from imio.platform.ecounter.rules.retention import DELETE
from imio.platform.ecounter.rules.retention import due_on
from imio.platform.ecounter.rules.retention import fate
from imio.platform.i18n import _
from plone import api
from plone.protect import CheckAuthenticator
from plone.uuid.interfaces import IUUID
from Products.Five.browser import BrowserView
from zope.interface import implementer

#: How far ahead the page looks.
AHEAD = timedelta(days=30)
LONGEST_REASON = 300


@implementer(ITitledPage)
class Retention(BrowserView):
    """Numbers, procedures and days: nothing of the persons is shown."""

    title = _("Conservation des demandes")

    def __call__(self):
        self.request.response.setHeader("Cache-Control", "private, no-store")
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            message, kind = self._act(self.request.form)
            api.portal.show_message(message, self.request, type=kind)
            url = f"{self.context.absolute_url()}/@@conservation"
            return self.request.response.redirect(url, status=303)
        return self.index()

    def _act(self, form):
        action = form.get("action")
        if action == "erase":
            if form.get("sure") != "1":
                return _("Cochez la case pour confirmer l'effacement."), "error"
            enqueue(ERASING, counter_uid=IUUID(self.context))
            return _("L'effacement est lancé ; cette page en dira le résultat."), "info"
        found = access.find(self.context, str(form.get("request", "")))
        if not IRequest.providedBy(found) or action not in ("hold", "release"):
            return _("Cette demande n'existe pas."), "error"
        if action == "release":
            return self._set_hold(found, ""), "info"
        reason = str(form.get("reason", "")).strip()[:LONGEST_REASON]
        if not reason:
            return _("Écrivez pourquoi cette demande doit être conservée."), "error"
        return self._set_hold(found, reason), "info"

    def _set_hold(self, found, reason: str):
        found.legal_hold = reason
        kind = "hold" if reason else "release"
        found.note(kind, api.user.get_current().getId(), reason, AGENT)
        if reason:
            return _("La demande est conservée jusqu'à nouvel ordre.")
        return _("La demande suit à nouveau le délai de sa démarche.")

    @cached_property
    def rows(self) -> list[dict]:
        """What is due now or soon, and what is held, by day."""
        rows = [self._row(each) for each in candidates(self.context)]
        limit = today() + AHEAD
        shown = [
            row for row in rows if row["due"] and (row["hold"] or row["due"] <= limit)
        ]
        return sorted(shown, key=lambda row: (row["due"], row["number"]))

    @property
    def due(self) -> list[dict]:
        """Erased if the order is given today."""
        return [row for row in self.rows if not row["hold"] and row["due"] <= today()]

    @property
    def coming(self) -> list[dict]:
        return [row for row in self.rows if not row["hold"] and row["due"] > today()]

    @property
    def held(self) -> list[dict]:
        return [row for row in self.rows if row["hold"]]

    @property
    def runs(self) -> list[dict]:
        """The last times that something was erased, newest first."""
        found = []
        for at, done in reversed((self.context.retention_runs or ())[-10:]):
            at = local(at)
            found.append(
                {
                    "when": f"{in_words(at.date())} à {at:%H:%M}",
                    "anonymised": done.get("anonymise", 0),
                    "deleted": done.get(DELETE, 0),
                }
            )
        return found

    def _row(self, found) -> dict:
        facts = kept(found)
        due = due_on(facts, delays(found))
        procedure = found.procedure()
        return {
            "uid": found.uid,
            "number": found.number,
            "procedure": procedure.Title() if procedure is not None else "—",
            "due": due,
            "day": in_words(due) if due else "",
            "is_deleted": fate(facts) == DELETE,
            "hold": found.legal_hold,
        }

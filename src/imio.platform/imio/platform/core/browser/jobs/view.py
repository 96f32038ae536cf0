"""@@travaux-en-cours: what the site does behind the scenes, and what failed."""

from datetime import datetime
from imio.platform.core import clock
from imio.platform.core.browser.titles.interfaces import ITitledPage
from imio.platform.core.clock import BRUSSELS
from imio.platform.core.jobs import ledger
from imio.platform.core.jobs.periodic import periodic_works
from imio.platform.core.jobs.queue import backend
from imio.platform.core.jobs.registry import title
from imio.platform.core.rules.periods import Every
from imio.platform.core.rules.periods import next_due
from imio.platform.i18n import _
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.interface import implementer

STATES = {
    ledger.PREPARED: _("En préparation"),
    ledger.WAITING: _("En attente"),
    ledger.RUNNING: _("En cours"),
    ledger.RETRY: _("Sera réessayé"),
    ledger.FAILED: _("Échoué"),
    ledger.DONE: _("Terminé"),
    ledger.CANCELLED: _("Abandonné"),
}

#: Bootstrap's colour of each state; the word is always there too.
COLOURS = {
    ledger.FAILED: "text-bg-danger",
    ledger.RETRY: "text-bg-warning",
    ledger.DONE: "text-bg-success",
    ledger.RUNNING: "text-bg-primary",
}

RHYTHMS = {Every.DAY: _("Chaque jour"), Every.HOUR: _("Chaque heure")}

RETRYABLE = (ledger.FAILED, ledger.CANCELLED, ledger.RETRY)
CANCELLABLE = (ledger.WAITING, ledger.RETRY, ledger.FAILED)


@implementer(ITitledPage)
class JobsPage(BrowserView):
    """The list, with a button to try again and one to give up."""

    title = _("Travaux en cours")
    index = ViewPageTemplateFile("jobs.pt")

    def __call__(self):
        if self.request.method == "POST" and self.request.form.get("action"):
            CheckAuthenticator(self.request)
            self._act(self.request.form["action"], self.request.form.get("job", ""))
            return self.request.response.redirect(self.url)
        return self.index()

    @property
    def url(self) -> str:
        return f"{self.context.absolute_url()}/@@travaux-en-cours"

    @property
    def site(self) -> str:
        return "/".join(self.context.getPhysicalPath())

    @property
    def state(self) -> str:
        """The state that the list is narrowed to, or an empty string."""
        wanted = str(self.request.form.get("etat", ""))
        return wanted if wanted in STATES else ""

    def states(self) -> list[dict]:
        """Links that narrow the list, with their counts."""
        counts = backend(self.context).ledger.counts(self.site)
        return [
            {
                "title": words,
                "count": counts[key],
                "url": f"{self.url}?etat={key}",
                "current": key == self.state,
            }
            for key, words in STATES.items()
            if counts.get(key)
        ]

    def rows(self) -> list[dict]:
        """Newest first."""
        records = backend(self.context).ledger.records(self.site)
        return [
            {
                "id": record.id,
                "title": title(record.name),
                "state": STATES[record.state],
                "colour": COLOURS.get(record.state, "text-bg-light border"),
                "story": story(record),
                "error": record.error,
                "may_retry": record.state in RETRYABLE,
                "may_cancel": record.state in CANCELLABLE,
            }
            for record in records
            if not self.state or record.state == self.state
        ]

    def periodic(self) -> list[dict]:
        """The works that come back, when they last ran and when they will."""
        stored = backend(self.context).ledger
        now = clock.now()
        return [
            {
                "title": spec.title,
                "rhythm": RHYTHMS[spec.every],
                "hour": f"{spec.at:%H:%M}",
                "next": written(next_due(now, spec.every, spec.at).timestamp()),
                "last": next(iter(stored.records(self.site, [spec.name], 1)), None),
            }
            for spec in periodic_works(self.context)
        ]

    def knows_address(self) -> bool:
        """Whether links of periodic mails can be made."""
        return bool(backend(self.context).ledger.last_address(self.site))

    def written(self, instant: float) -> str:
        return written(instant)

    def state_title(self, record: ledger.JobRecord) -> str:
        return STATES[record.state]

    def _act(self, action: str, job_id: str) -> None:
        if not job_id.isdigit():
            return
        queue = backend(self.context)
        if action == "retry" and queue.ledger.retry_now(int(job_id), self.site):
            queue.dispatch([int(job_id)])
            message = _("Le travail est relancé.")
        elif action == "cancel" and queue.ledger.cancel(int(job_id), self.site):
            message = _("Le travail est abandonné.")
        else:
            message = _("Ce travail a changé d'état entre-temps : rien n'a été fait.")
        api.portal.show_message(message, self.request)


def story(record: ledger.JobRecord) -> list:
    """What there is to say of a job, in order."""
    said = [_("demandé le ${date}", mapping={"date": written(record.created)})]
    if record.user:
        said.append(_("par ${user}", mapping={"user": record.user}))
    if record.attempts > 1:
        said.append(_("essayé ${n} fois", mapping={"n": record.attempts}))
    if record.state == ledger.RETRY:
        said.append(
            _("prochain essai le ${date}", mapping={"date": written(record.due)})
        )
    return said


def written(instant: float) -> str:
    """Seconds since the epoch as people here write them: ``24/11/2026 14:05``."""
    return datetime.fromtimestamp(instant, BRUSSELS).strftime("%d/%m/%Y %H:%M")

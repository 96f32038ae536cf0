"""@@seance: one page to run a meeting, point after point."""

from imio.platform.core.workflow.transitions import perform
from imio.platform.deliberation.browser.seance.shown import ShownSeance
from imio.platform.deliberation.browser.seance.typed import ballot_given
from imio.platform.deliberation.browser.seance.typed import election_given
from imio.platform.deliberation.browser.seance.typed import figure
from imio.platform.deliberation.content import officials
from imio.platform.deliberation.content.agenda_item import has_text
from imio.platform.deliberation.content.vocabularies import OUTCOMES
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.errors import worded
from imio.platform.deliberation.records.presence import member_uids
from imio.platform.deliberation.records.presence import presence
from imio.platform.deliberation.rules.ballot import Method
from imio.platform.deliberation.rules.closed_doors import Ground
from imio.platform.deliberation.rules.presence import single_status
from imio.platform.deliberation.rules.violations import RuleViolation
from imio.platform.deliberation.workflow.attendance import note_from
from imio.platform.deliberation.workflow.attendance import note_item
from imio.platform.deliberation.workflow.attendance import note_meeting
from imio.platform.deliberation.workflow.deciding import decide
from imio.platform.deliberation.workflow.hands import sign
from imio.platform.deliberation.workflow.lookup import find_item
from imio.platform.deliberation.workflow.sitting import close_doors
from imio.platform.deliberation.workflow.sitting import open_doors
from imio.platform.deliberation.workflow.sitting import resume
from imio.platform.deliberation.workflow.sitting import suspend
from imio.platform.deliberation.workflow.urgent import put_urgent
from imio.platform.deliberation.workflow.voting import clear_ballots
from imio.platform.deliberation.workflow.voting import record_ballot
from imio.platform.i18n import _
from plone import api
from plone.app.textfield import RichTextValue
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class SeancePage(ShownSeance):
    """``?item=<uid>`` is the present point; each save is one small POST.

    ``?vote=`` is what the next vote is: another round, an alternative, an article
    apart or a round between candidates; empty, it is the first or a correction.
    """

    vote_form = ViewPageTemplateFile("vote.pt")

    #: What somebody else saved since the page was made, in words.
    conflict = ""

    def __call__(self):
        answer = super().__call__()
        if self.conflict:
            self.request.response.setStatus(409)
        return answer

    def handle(self) -> str:
        block = self.block
        if not block or self.item is None:
            raise DeliberationError(_("Choisissez une action."))
        if self.seen(block) != self.value("seen") and self.seen(block):
            self._refuse_stale(block)
        action = self.value("action")
        if action in OUTCOMES:
            said = self._decide(action)
        else:
            said = getattr(self, f"_{action.replace('-', '_')}")()
        sign(self.context, self.item_uid, block)
        return said

    def _refuse_stale(self, block: str) -> None:
        self.conflict = self._recorded(block)
        raise DeliberationError(
            _(
                "Quelqu'un d'autre a enregistré ceci entre-temps. Votre saisie est "
                "encore dans le formulaire : comparez, puis enregistrez à nouveau pour "
                "la garder."
            ),
            block,
        )

    def _recorded(self, block: str) -> str:
        if block == "presence":
            titles = dict(self.status_choices)
            return " ; ".join(
                f"{m.person_name} : {titles.get(self.statuses[m.uid], '—')}"
                for m in officials.members_of(self.context)
                if self.statuses[m.uid] != self.value(f"status-{m.uid}")
            )
        if block == "vote":
            nothing = self.said(_("Aucun vote"))
            return " ; ".join(one["sentence"] for one in self.voting.rounds) or nothing
        outcome = self.said(OUTCOMES.get(self.item.outcome, _("Sans issue")))
        plain = api.portal.get_tool("portal_transforms").convertTo(
            "text/plain", self.decided_text, mimetype="text/html"
        )
        return f"{outcome} : {plain.getData().strip()}"

    def _presence(self) -> str:
        given = {}
        for uid in member_uids(self.context):
            try:
                status = single_status(self.values(f"status-{uid}"))
            except RuleViolation as violation:
                raise worded(violation) from violation
            if status is not None and str(status) != self.statuses[uid]:
                given[uid] = status
        if not self.is_recorded:
            note_meeting(self.context, given)
        elif self.value("onwards"):
            note_from(self.context, self.item_uid, given)
        else:
            line = presence(self.context).items.get(self.item_uid, {})
            note_item(self.context, self.item_uid, {**line, **given})
        return _("Les présences sont notées.")

    def _vote_public(self) -> str:
        return self._vote(Method.PUBLIC)

    def _vote_secret(self) -> str:
        return self._vote(Method.SECRET)

    def _vote_election(self) -> str:
        record_ballot(self.item, election_given(self), self.voting.adds)
        return _("Le scrutin est enregistré.")

    def _vote(self, method: Method) -> str:
        record_ballot(self.item, ballot_given(self, method), self.voting.adds)
        return _("Le vote est enregistré.")

    def _clear_vote(self) -> str:
        clear_ballots(self.item)
        return _("Le vote est effacé.")

    def _decide(self, outcome: str = "") -> str:
        typed = self.value("decision")
        text = RichTextValue(typed, "text/html", "text/x-html-safe")
        decide(
            self.item,
            outcome or self.value("outcome"),
            text=text if has_text(text) else None,
            keep_ballots=True,
        )
        return _("La décision est actée.")

    def _reopen(self) -> str:
        perform(self.item, "reopen", self.value("reopen_comment"))
        return _("Le point est à nouveau à décider.")

    def _return(self) -> str:
        perform(self.item, "return_to_service", self.value("comment"))
        return _("Le point est rendu à son service ; il garde sa place.")

    def _suspend(self) -> str:
        suspend(self.context, self.item_uid)
        return _("La séance est suspendue.")

    def _resume(self) -> str:
        resume(self.context)
        return _("La séance est reprise.")

    def _close(self) -> str:
        perform(self.context, "close")
        return _("La séance est levée.")

    def _close_doors(self) -> str:
        ground = self.value("doors_ground")
        if ground not in {*Ground}:
            raise DeliberationError(_("Choisissez pourquoi le public sort."), "doors")
        in_favour = figure(self, "doors_in_favour")
        close_doors(self.context, self.item_uid, Ground(ground), in_favour)
        return _("Le huis clos est prononcé : le public ne voit plus ce point.")

    def _open_doors(self) -> str:
        open_doors(self.context, self.item_uid)
        return _("Le point est à nouveau public.")

    def _urgent(self) -> str:
        uid = self.value("urgent_item")
        item = find_item(uid) if uid in {one.uid for one in self.waiting} else None
        if item is None:
            raise DeliberationError(_("Choisissez un point validé."), "urgent")
        put_urgent(self.context, item, self.values("in_favour"), self.item_uid)
        return _("Le point urgent est à l'ordre du jour.")

    def next_url(self) -> str:
        return f"{super().next_url()}?item={self.item_uid}&saved={self.block}"

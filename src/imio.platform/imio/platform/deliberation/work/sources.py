"""What waits for a person, for the page that gathers it from every add-on."""

from collections.abc import Iterable
from imio.platform.core import clock
from imio.platform.core.interfaces import IWorkSource
from imio.platform.core.interfaces import WorkItem
from imio.platform.deliberation.content.advice import advice_clock
from imio.platform.deliberation.rules.supervision import Stage
from imio.platform.deliberation.workflow.lookup import find_meeting
from imio.platform.deliberation.workflow.meeting_guards import limits_of
from imio.platform.deliberation.workflow.projection import state_title
from imio.platform.deliberation.workflow.supervising import followed
from imio.platform.deliberation.workflow.supervising import STAGES
from imio.platform.i18n import _
from plone import api
from zope.i18n import translate
from zope.interface import implementer

MANAGE_AGENDA = "imio.platform.deliberation: Manage agenda"
GIVE_ADVICE = "imio.platform.deliberation: Give advice"

#: A list longer than this is no list of things to do today.
LIMIT = 30


@implementer(IWorkSource)
class ItemSource:
    """Points in one state that the present user may move on."""

    title = ""
    url = ""
    state = ""
    permission = ""

    def __init__(self, site, request):
        self.site = site
        self.request = request

    def items(self) -> Iterable[WorkItem]:
        if api.user.is_anonymous():
            return
        brains = api.content.find(
            portal_type="AgendaItem",
            review_state=self.state,
            sort_on="modified",
            sort_limit=LIMIT * 4,
        )
        found = 0
        for brain in brains:
            item = brain.getObject()
            if found < LIMIT and api.user.has_permission(self.permission, obj=item):
                found += 1
                yield self._work(item)

    def _work(self, item) -> WorkItem:
        wanted = find_meeting(item.preferred_meeting)
        return WorkItem(
            title=item.title,
            url=item.absolute_url(),
            state=state_title(item),
            since=item.modified().asdatetime(),
            due=limits_of(wanted).last_sending if wanted is not None else None,
        )


@implementer(IWorkSource)
class ToAdvise:
    """Advices awaited from the present user's services, the most pressing first."""

    title = _("Avis à rendre")
    url = ""

    def __init__(self, site, request):
        self.site = site
        self.request = request

    def items(self) -> Iterable[WorkItem]:
        if api.user.is_anonymous():
            return []
        brains = api.content.find(
            portal_type="Advice", review_state=["requested", "in_preparation"]
        )
        found = [
            self._work(advice)
            for advice in (brain.getObject() for brain in brains)
            if api.user.has_permission(GIVE_ADVICE, obj=advice)
            and not advice_clock(advice).is_lapsed
        ]
        return sorted(found, key=lambda work: work.due)[:LIMIT]

    def _work(self, advice) -> WorkItem:
        return WorkItem(
            title=advice.aq_parent.title,
            url=f"{advice.absolute_url()}/view",
            state=state_title(advice),
            since=advice.created().asdatetime(),
            due=advice_clock(advice).limit,
        )


class ToValidate(ItemSource):
    title = _("Points à valider")
    state = "in_validation"
    permission = "imio.platform.deliberation: Review item"


class ToPresent(ItemSource):
    title = _("Points à mettre à l'ordre du jour")
    state = "validated"
    permission = "imio.platform.deliberation: Manage agenda"


class Returned(ItemSource):
    title = _("Points retournés à votre service")
    state = "returned"
    permission = "imio.platform.deliberation: Submit item"


@implementer(IWorkSource)
class AtSupervision:
    """Acts whose sending or delay at the supervision is near or past."""

    title = _("Tutelle : envois et échéances")
    url = ""
    pressing = (Stage.SENDING_LATE, Stage.LAPSED, Stage.ENDING, Stage.TO_SEND)

    def __init__(self, site, request):
        self.site = site
        self.request = request

    def items(self) -> Iterable[WorkItem]:
        if api.user.is_anonymous():
            return []
        today = clock.today()
        return [
            WorkItem(
                title=one.item.title,
                url=f"{one.item.absolute_url()}/@@suivi-tutelle",
                state=translate(
                    STAGES[one.supervision.stage(today)], target_language="fr"
                ),
                due=one.supervision.next_date(today),
            )
            for brain in api.content.find(portal_type="DeliberativeBody")
            for body in [brain.getObject()]
            if api.user.has_permission(MANAGE_AGENDA, obj=body)
            for one in followed(body)
            if one.supervision.stage(today) in self.pressing
        ][:LIMIT]

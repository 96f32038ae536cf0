"""The lists that the page proposes, by what the reader does."""

from collections.abc import Iterator
from imio.platform.core.browser.dashboard.parts import ReadyList
from imio.platform.deliberation.browser.points.reader import Reader
from imio.platform.deliberation.browser.points.waiting import to_advise
from imio.platform.deliberation.browser.points.waiting import to_validate
from imio.platform.i18n import _


def lists_of(reader: Reader) -> Iterator[ReadyList]:
    """Those of the reader's functions, in the order of a point's life."""
    if reader.drafts_for:
        yield ReadyList("mine", _("Mes points"), {"Creator": reader.user_id})
    if reader.reads_for:
        yield ReadyList(
            "services",
            _("Points de mes services"),
            {"proposing_service": reader.reads_for},
        )
    if reader.levels:
        yield ReadyList("validate", _("À valider"), _these(to_validate(reader)))
    if reader.advises_for:
        yield ReadyList("advise", _("À donner un avis"), _these(to_advise(reader)))
    if reader.reads_for or reader.keeps_agenda:
        own = {} if reader.keeps_agenda else {"proposing_service": reader.reads_for}
        yield ReadyList("returned", _("Retournés"), {"review_state": "returned"} | own)
        yield ReadyList(
            "waiting",
            _("Validés en attente de séance"),
            {"review_state": "validated"} | own,
        )
        yield ReadyList(
            "follow", _("Décisions à suivre"), {"review_state": "decided"} | own
        )


def _these(uids: list[str]) -> dict[str, list[str]]:
    # An empty list would ask nothing of the index.
    return {"UID": uids or [""]}

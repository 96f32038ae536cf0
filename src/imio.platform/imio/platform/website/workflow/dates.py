"""The date of publication, which news are sorted and dated by."""

from DateTime import DateTime
from imio.platform.core.clock import now

#: Other add-ons date their own content.
OURS = {"website_publication_workflow", "website_home_workflow"}
INDEXES = ["Date", "EffectiveDate", "effective", "effectiveRange"]


def date_publication(content, event) -> None:
    """Give what comes on line for the first time the instant at which it did.

    A date chosen by the author, past or to come, is kept.
    """
    if event.workflow.id not in OURS or event.new_state.id != "published":
        return
    if content.effective_date is not None:
        return
    content.setEffectiveDate(DateTime(now().isoformat()))
    content.reindexObject(idxs=INDEXES)

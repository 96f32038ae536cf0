"""The texts of a point as one reader may see them: personal data masked or not."""

from imio.platform.core import clock
from imio.platform.core.organisation import mandates
from imio.platform.deliberation.content.agenda_item import text_of
from imio.platform.deliberation.rules.masking import masked
from imio.platform.deliberation.rules.masking import unmarked_text
from imio.platform.deliberation.rules.personal_data import Fragment
from imio.platform.deliberation.rules.personal_data import fragments
from plone import api

PERSONAL_DATA = "imio.platform.deliberation: View personal data"
TEXTS = ("synthesis_note", "motivation", "decision")


def reads_personal_data(item) -> bool:
    """Whether the present user may read the words marked as personal."""
    return bool(api.user.has_permission(PERSONAL_DATA, obj=item))


def public_html(value) -> str:
    """A rich text as the public reads it, whoever asks."""
    return masked(text_of(value))


def readable_html(item, name: str) -> str:
    """A text of the point for the present user."""
    value = getattr(item, name)
    return text_of(value) if reads_personal_data(item) else public_html(value)


def suspicious(item) -> list[Fragment]:
    """What looks like personal data and is not marked, in the title and the texts."""
    words = [item.title or ""]
    words += [unmarked_text(text_of(getattr(item, name))) for name in TEXTS]
    return fragments(" . ".join(words), elected_names())


def elected_names() -> list[str]:
    """People whose names the acts publish: those in function now."""
    active = mandates.active_mandates(clock.today())
    return [mandate.person_name for mandate in active]

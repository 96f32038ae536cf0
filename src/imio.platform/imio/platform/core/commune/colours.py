"""The commune's two colours, made fit to be read."""

from functools import lru_cache
from imio.platform.core.commune.errors import AnswerError
from imio.platform.core.commune.interfaces import DEFAULT_PRIMARY
from imio.platform.core.commune.interfaces import DEFAULT_SECONDARY
from imio.platform.core.rules.contrast import Adjustment
from imio.platform.core.rules.contrast import background_for_text
from imio.platform.core.rules.contrast import Colour
from imio.platform.core.rules.contrast import ColourError
from imio.platform.core.rules.contrast import parsed_colour
from imio.platform.core.rules.contrast import ratio
from imio.platform.core.rules.contrast import readable
from imio.platform.core.rules.contrast import text_on
from imio.platform.core.rules.contrast import WHITE
from imio.platform.i18n import _

NOT_A_COLOUR = _(
    "« ${colour} » n'est pas une couleur. Écrivez un dièse et six chiffres "
    "hexadécimaux. Exemple : #0b5c68."
)


def checked_primary(answer: str | None) -> tuple[str, list[str]]:
    """A colour that can be read on white, and what was changed to get it."""
    colour = _colour(answer, DEFAULT_PRIMARY)
    adjustment = readable(colour)
    if not adjustment.is_changed:
        return colour, []
    message = _(
        "La couleur choisie ${chosen} est trop claire pour être lue sur fond blanc "
        "(contraste de ${ratio}, il en faut 4,5) ; elle a été remplacée par "
        "${used}, la nuance lisible la plus proche."
    )
    return adjustment.used, [_said(message, adjustment, WHITE)]


def checked_secondary(answer: str | None) -> tuple[str, list[str]]:
    """A colour that can carry text, and what was changed to get it."""
    colour = _colour(answer, DEFAULT_SECONDARY)
    adjustment = background_for_text(colour)
    if not adjustment.is_changed:
        return colour, []
    message = _(
        "Aucun texte ne se lit bien sur la couleur choisie ${chosen} (contraste de "
        "${ratio}, il en faut 4,5) ; elle a été remplacée par ${used}, la nuance "
        "lisible la plus proche."
    )
    return adjustment.used, [_said(message, adjustment, text_on(colour))]


def _colour(answer: str | None, default: str) -> Colour:
    if not answer or not answer.strip():
        return Colour(default)
    try:
        return parsed_colour(answer)
    except ColourError as error:
        message = _(NOT_A_COLOUR, mapping={"colour": answer})
        raise AnswerError("", message) from error


def _said(message: str, adjustment: Adjustment, other: Colour) -> str:
    contrast = f"{ratio(adjustment.chosen, other):.1f}".replace(".", ",")
    return _(
        message,
        mapping={
            "chosen": adjustment.chosen,
            "used": adjustment.used,
            "ratio": contrast,
        },
    )


@lru_cache(maxsize=256)
def usable(primary: str, secondary: str) -> tuple[Colour, Colour]:
    """The two colours as pages may use them.

    A profile may record colours without passing by the control panel: they are
    mended here too, and one that is no colour gives way to the default.
    """
    try:
        first = readable(parsed_colour(primary)).used
    except ColourError:
        first = Colour(DEFAULT_PRIMARY)
    try:
        second = background_for_text(parsed_colour(secondary)).used
    except ColourError:
        second = Colour(DEFAULT_SECONDARY)
    return first, second

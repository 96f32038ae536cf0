"""From a commune's two colours to every colour a page needs."""

from imio.platform.core.rules.contrast import background_for_text
from imio.platform.core.rules.contrast import channels
from imio.platform.core.rules.contrast import Colour
from imio.platform.core.rules.contrast import INK
from imio.platform.core.rules.contrast import mixed
from imio.platform.core.rules.contrast import readable
from imio.platform.core.rules.contrast import text_on
from imio.platform.core.rules.contrast import WHITE

BLACK = Colour("#000000")


def palette(primary: Colour, secondary: Colour) -> dict[str, str]:
    """Values of the CSS variables, by name.

    Every pair of a colour and its ``-contrast`` can be read (4.5 or more).

    :param primary: a colour that can be read on white.
    :param secondary: a colour that can carry text.
    """
    deep = background_for_text(mixed(primary, BLACK, 0.55)).used
    hover = mixed(primary, BLACK, 0.22)
    surface = mixed(primary, WHITE, 0.95)
    tint = mixed(primary, WHITE, 0.88)
    return {
        "--commune-primary": primary,
        "--commune-primary-rgb": _triplet(primary),
        "--commune-primary-contrast": text_on(primary),
        "--commune-primary-hover": hover,
        "--commune-primary-hover-contrast": text_on(hover),
        "--commune-primary-deep": deep,
        "--commune-primary-deep-contrast": text_on(deep),
        "--commune-primary-tint": tint,
        # Links also stand on the tinted surfaces, which are darker than white.
        "--commune-link": readable(primary, tint).used,
        "--commune-link-rgb": _triplet(readable(primary, tint).used),
        "--commune-secondary": secondary,
        "--commune-secondary-rgb": _triplet(secondary),
        "--commune-secondary-contrast": text_on(secondary),
        "--commune-surface": surface,
        "--commune-border": mixed(mixed(primary, WHITE, 0.8), Colour("#c9ced6"), 0.6),
        "--commune-muted": readable(mixed(INK, WHITE, 0.38), tint).used,
        "--commune-ink": INK,
    }


def style_sheet(values: dict[str, str]) -> str:
    """The rule that gives the variables to the whole page."""
    lines = "".join(f"  {name}: {value};\n" for name, value in values.items())
    return f":root {{\n{lines}}}\n"


def _triplet(colour: Colour) -> str:
    return ", ".join(str(round(channel * 255)) for channel in channels(colour))

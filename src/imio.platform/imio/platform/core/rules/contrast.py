"""Can this text be read on that colour (WCAG 2.2, criterion 1.4.3)?

Luminance and ratio as defined in WCAG 2.2; colours are written ``#rrggbb``.
"""

from colorsys import hls_to_rgb
from colorsys import rgb_to_hls
from dataclasses import dataclass
from typing import NewType
import re

Colour = NewType("Colour", str)

WHITE = Colour("#ffffff")
INK = Colour("#14181f")
#: Least ratio for text of normal size, level AA (1.4.3).
TEXT_AA = 4.5
#: Least ratio for what is not text, such as a border or an icon (1.4.11).
GRAPHIC_AA = 3.0
#: Finer than what eight bits a channel can show.
STEPS = 1000


class ColourError(ValueError):
    """The text is not a colour written ``#rrggbb``."""


@dataclass(frozen=True)
class Adjustment:
    """A colour as it was chosen and as it may be used."""

    chosen: Colour
    used: Colour

    @property
    def is_changed(self) -> bool:
        return self.chosen != self.used

    @property
    def is_darker(self) -> bool:
        return luminance(self.used) < luminance(self.chosen)


def parsed_colour(text: str) -> Colour:
    """The colour in its canonical form: ``#FC0`` and ``FFCC00`` are ``#ffcc00``.

    :raises ColourError: when the text is no colour.
    """
    digits = text.strip().lower().removeprefix("#")
    if re.fullmatch(r"[0-9a-f]{3}", digits):
        digits = "".join(digit * 2 for digit in digits)
    if not re.fullmatch(r"[0-9a-f]{6}", digits):
        raise ColourError(text)
    return Colour(f"#{digits}")


def channels(colour: Colour) -> tuple[float, float, float]:
    """Red, green and blue, each from 0 to 1."""
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return red / 255, green / 255, blue / 255


def luminance(colour: Colour) -> float:
    """Relative luminance: 0 for black, 1 for white."""
    red, green, blue = (_linear(channel) for channel in channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    if channel <= 0.04045:
        return channel / 12.92
    return ((channel + 0.055) / 1.055) ** 2.4


def ratio(one: Colour, other: Colour) -> float:
    """Contrast ratio, from 1 (same) to 21 (black and white)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def with_lightness(colour: Colour, lightness: float) -> Colour:
    """Same hue and saturation, lightness from 0 (black) to 1 (white)."""
    hue, _lightness, saturation = rgb_to_hls(*channels(colour))
    return _written(hls_to_rgb(hue, min(max(lightness, 0.0), 1.0), saturation))


def _written(rgb: tuple[float, float, float]) -> Colour:
    return Colour("#" + "".join(f"{round(channel * 255):02x}" for channel in rgb))


def readable(
    colour: Colour, background: Colour = WHITE, minimum: float = TEXT_AA
) -> Adjustment:
    """The nearest colour in lightness that can be read on ``background``.

    Black or white always reaches 4.5 on any background, so there is an answer
    for every ``minimum`` up to that.
    """
    if ratio(colour, background) >= minimum:
        return Adjustment(colour, colour)
    start = rgb_to_hls(*channels(colour))[1]
    for step in range(1, STEPS + 1):
        for lightness in (start - step / STEPS, start + step / STEPS):
            candidate = with_lightness(colour, lightness)
            if ratio(candidate, background) >= minimum:
                return Adjustment(colour, candidate)
    raise ColourError(f"no lightness of {colour} reaches {minimum} on {background}")


def text_on(background: Colour) -> Colour:
    """White or ink, whichever is read better on ``background``."""
    return max((WHITE, INK), key=lambda text: ratio(text, background))


def background_for_text(colour: Colour) -> Adjustment:
    """The nearest colour on which white or ink can be read."""
    text = text_on(colour)
    return readable(colour, background=text)


def mixed(colour: Colour, other: Colour, share: float) -> Colour:
    """``share`` (0 to 1) of ``other`` blended into ``colour``."""
    blend = tuple(
        mine + (theirs - mine) * share
        for mine, theirs in zip(channels(colour), channels(other), strict=True)
    )
    return _written((blend[0], blend[1], blend[2]))

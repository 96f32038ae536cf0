"""A deliberative body: a preset of the law and the commune's own settings."""

from dataclasses import replace
from imio.platform.core.interfaces import IComputedRoles
from imio.platform.deliberation.content.interfaces import IDeliberativeBody
from imio.platform.deliberation.rules.insertion import ordered_by
from imio.platform.deliberation.rules.levels import Level
from imio.platform.deliberation.rules.levels import parse
from imio.platform.deliberation.rules.presets import BodyPreset
from imio.platform.deliberation.rules.presets import COLLEGE
from imio.platform.deliberation.rules.presets import PRESETS
from plone.dexterity.content import Container
from zope.interface import implementer


@implementer(IDeliberativeBody, IComputedRoles)
class DeliberativeBody(Container):
    """Holds its meetings, and its points under ``points/<year>``."""

    def rules(self) -> BodyPreset:
        """The law that applies to this body."""
        preset = PRESETS.get(self.preset, COLLEGE)
        if not self.order_by:
            return preset
        return replace(preset, insertion=ordered_by(preset.insertion, self.order_by))

    def validation_levels(self) -> list[Level]:
        """The levels a point passes, in order."""
        return [parse(level_id) for level_id in self.levels or ()]

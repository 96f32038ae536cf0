"""Documents that were fixed when the minutes were approved: never made again."""

from imio.platform.core.documents.frozen import FrozenFile
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.records.fixed_minutes import fixed_file
from imio.platform.deliberation.records.register import act_bytes
from imio.platform.deliberation.records.register import act_of


class FrozenAct:
    """The act that a point became."""

    def __init__(self, context):
        self.context = context

    def file(self) -> FrozenFile | None:
        body = body_of(self.context)
        act = act_of(body, self.context)
        if act is None or not act.has_file:
            return None
        return FrozenFile(act.filename, act_bytes(body, act))


class FrozenMinutes:
    """The minutes as approved."""

    def __init__(self, context):
        self.context = context

    def file(self) -> FrozenFile | None:
        kept = fixed_file(self.context)
        return None if kept is None else FrozenFile(kept.filename, kept.data)

"""Points of the start content that were submitted some days ago, with their advices."""

from collections.abc import Mapping
from datetime import timedelta
from imio.platform.core import clock
from imio.platform.deliberation.content.advice import advices_of
from imio.platform.deliberation.start.acting import acting
from imio.platform.deliberation.start.acting import ADVISERS
from imio.platform.deliberation.start.playing import clock_at
from imio.platform.deliberation.start.playing import walk_item
from imio.platform.deliberation.workflow.walking import walk
from plone.app.textfield import RichTextValue
from typing import Any


def play_item(item, data: Mapping[str, Any]) -> None:
    """Lead a point to its state, asked of its advisers ``asked_before`` days ago."""
    asked = clock.now() - timedelta(days=data.get("asked_before", 0))
    with clock_at(asked):
        walk_item(item, data.get("until", "draft"))
        answer = data.get("advice")
        for advice in advices_of(item) if answer else ():
            advice.opinion = answer["opinion"]
            advice.text = RichTextValue(answer["text"], "text/html", "text/x-html-safe")
            with acting(item, advice.adviser_service, ADVISERS):
                walk(advice, "give")
            advice.given_by = answer.get("by", "")

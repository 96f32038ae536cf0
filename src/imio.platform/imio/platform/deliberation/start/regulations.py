"""Regulations of the start content, published at their own dates."""

from collections.abc import Mapping
from datetime import datetime
from datetime import time
from datetime import timedelta
from imio.platform.core import clock
from imio.platform.deliberation.content.publication import publications_folder
from imio.platform.deliberation.start.playing import clock_at
from imio.platform.deliberation.workflow.walking import walk
from pathlib import Path
from plone.dexterity.utils import createContentInContainer
from plone.namedfile.file import NamedBlobFile
from typing import Any

FIELDS = ("title", "document_type", "summary", "supervisory_decision")


def load_regulation(body, data: Mapping[str, Any], folder: Path) -> None:
    """A regulation with its file; a draft where no day of publication is said."""
    path = folder / data["file"]
    made = createContentInContainer(
        publications_folder(body),
        "Publication",
        checkConstraints=False,
        adopted_on=_day(data["adopted_days"]),
        file=NamedBlobFile(
            path.read_bytes(), contentType="application/pdf", filename=path.name
        ),
        **{name: data[name] for name in FIELDS if name in data},
    )
    if "published_days" in data:
        morning = datetime.combine(
            _day(data["published_days"]), time(10), tzinfo=clock.BRUSSELS
        )
        with clock_at(morning):
            walk(made, "publish")


def _day(days: int):
    return clock.today() + timedelta(days=days)

"""Rendering the minutes of 50 and of 250 points, by the suite and by appy alone."""

from appy.pod.renderer import Renderer
from pathlib import Path
from statistics import median
import io
import tempfile
import time
import transaction

FEW = 50
ROUNDS = 2
TEMPLATE = "deliberation-proces-verbal"


def seconds(action) -> float:
    started = time.process_time()
    action()
    return time.process_time() - started


def measure(meeting) -> dict[str, float]:
    """Seconds by measure; the meeting is left as it was."""
    from imio.platform.core.documents.rendering import render
    from imio.platform.core.documents.templates import find_template
    from imio.platform.deliberation.records.agenda import agenda
    from imio.platform.deliberation.records.agenda import save_agenda

    template = find_template(TEMPLATE)
    many = median(seconds(lambda: render(meeting, template)) for _ in range(ROUNDS))
    alone = median(
        seconds(lambda: appy_alone(meeting, template)) for _ in range(ROUNDS)
    )
    save_agenda(meeting, agenda(meeting)[:FEW])
    few = median(seconds(lambda: render(meeting, template)) for _ in range(ROUNDS))
    transaction.abort()
    return {"minutes_few": few, "minutes_many": many, "appy": alone}


def appy_alone(meeting, template) -> None:
    """The same template and the same values, given to appy and nothing else."""
    from imio.platform.core.documents.rendering import LetterheadGeneration
    from imio.platform.core.documents.rendering import RICH_TEXT_STYLES
    from plone import api
    from zope.globalrequest import getRequest

    view = LetterheadGeneration(meeting, getRequest())
    view.pod_template, view.output_format = template, "odt"
    helper = view.get_generation_context_helper()
    values = view._get_generation_context(helper, pod_template=template)
    with tempfile.TemporaryDirectory() as folder:
        Renderer(
            io.BytesIO(template.get_file().data),
            values,
            str(Path(folder) / "minutes.odt"),
            raiseOnError=True,
            findImage=api.portal.get(),
            html=True,
            stylesMapping=RICH_TEXT_STYLES,
        ).run()

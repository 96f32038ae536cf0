"""Data that the service adds while it treats a request, by the same evaluation."""

from collections.abc import Mapping
from imio.platform.ecounter.filing.facts import facts_for
from imio.platform.ecounter.rules.definition import INTERNAL
from imio.platform.ecounter.rules.evaluation import evaluate
from imio.platform.ecounter.rules.evaluation import Outcome
from persistent.mapping import PersistentMapping
from typing import Any


def definition_of(request):
    """The agent's questions, or ``None`` when the procedure has none."""
    version = request.version()
    return version.compiled().for_agent if version is not None else None


def look(
    request, typed: Mapping[str, Any] | None = None, judged: bool = True
) -> Outcome | None:
    """The agent's answers, with what was typed over what is kept."""
    definition = definition_of(request)
    if definition is None:
        return None
    kept = getattr(request, "internal_answers", {})
    answers = dict(kept) if typed is None else typed
    return evaluate(
        definition,
        answers,
        facts_for(request.procedure(), definition),
        (INTERNAL,) if judged else (),
    )


def keep(request, outcome: Outcome) -> None:
    """Keep the agent's answers of an outcome without errors."""
    request.internal_answers = PersistentMapping(outcome.values)


def is_complete(request) -> bool:
    """Whether nothing is missing in what the service has to add."""
    outcome = look(request)
    return outcome is None or not outcome.errors

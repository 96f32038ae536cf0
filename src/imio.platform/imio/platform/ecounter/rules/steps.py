"""The steps of a procedure: what the person reads while the phases advance.

Phases are the states of the shipped workflow and alone carry security. A procedure
names, in its own words, the steps inside them.
"""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from imio.platform.ecounter.rules.errors import DefinitionError
from imio.platform.ecounter.rules.errors import Problem
from imio.platform.ecounter.rules.message import _
from imio.platform.ecounter.rules.message import in_language
from imio.platform.ecounter.rules.message import local_text
from imio.platform.ecounter.rules.message import LocalText
from typing import Any

#: The phases, with what the citizen reads when the procedure says nothing better.
PHASES: Mapping[str, str] = {
    "draft": "Brouillon",
    "submitted": "Envoyée",
    "in_progress": "En traitement",
    "awaiting_citizen": "En attente de votre réponse",
    "awaiting_third_party": "En attente d'un avis",
    "accepted": "Acceptée",
    "refused": "Refusée",
    "delivered": "Document disponible",
    "closed": "Terminée",
    "withdrawn": "Retirée",
}

#: Phases in which somebody of the commune has something to do.
OPEN_PHASES = (
    "submitted",
    "in_progress",
    "awaiting_citizen",
    "awaiting_third_party",
    "accepted",
)
FINAL_PHASES = ("refused", "delivered", "closed", "withdrawn")


@dataclass(frozen=True)
class Step:
    """One step: its phase, and its names for the agent and for the citizen."""

    id: str
    phase: str
    label_agent: LocalText
    label_citizen: LocalText


def read_steps(data: Iterable[Mapping[str, Any]]) -> tuple[Step, ...]:
    """Read the steps of a version.

    :raises DefinitionError: a step of an unknown phase, or an id given twice.
    """
    steps, problems, seen = [], [], set()
    for each in data:
        step_id = each.get("id", "")
        if each.get("phase") not in PHASES:
            problems.append(
                Problem(
                    step_id,
                    _("La phase « ${phase} » n'existe pas.", phase=each.get("phase")),
                )
            )
        if not step_id or step_id in seen:
            problems.append(
                Problem(step_id, _("Chaque étape a un identifiant unique."))
            )
        seen.add(step_id)
        steps.append(
            Step(
                step_id,
                each.get("phase", ""),
                local_text(each.get("label_agent")),
                local_text(each.get("label_citizen")),
            )
        )
    if problems:
        raise DefinitionError(problems)
    return tuple(steps)


def citizen_label(phase: str, steps: Iterable[Step], language: str = "fr") -> str:
    """What the citizen reads of a request in ``phase``."""
    for step in steps:
        if step.phase == phase and step.label_citizen:
            return in_language(step.label_citizen, language)
    return PHASES.get(phase, phase)

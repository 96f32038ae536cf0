"""First answers that the person need not type."""

from collections.abc import Iterable
from imio.platform.ecounter.rules.evaluation import ShownField
from imio.platform.ecounter.rules.facts import Person
from typing import Any


def prefilled(
    fields: Iterable[ShownField], person: Person, is_done: bool
) -> dict[str, Any]:
    """Proposed answers of a page that was not answered yet."""
    if is_done:
        return {}
    found = {}
    for shown in fields:
        prefill = shown.field.prefill
        if prefill is None or prefill.source != "user" or shown.value is not None:
            continue
        value = person.attributes.get(prefill.key)
        if value:
            found[shown.field.name] = value
    return found

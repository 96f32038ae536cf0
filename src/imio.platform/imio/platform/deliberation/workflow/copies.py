"""A copy of a point is a new point: it keeps the texts, not what happened."""

from imio.platform.deliberation.content.advice import advices_of

#: What a copy must not inherit, with the value of a new point.
LIVED = {
    "level": "",
    "meeting": "",
    "outcome": "",
    "minutes_of": "",
    "external_id": "",
    "asked_services": (),
    "handed_in_on": None,
    "predecessor": "",
    "comes_by": "",
    "successors": (),
    "made_as": "",
}


def copied(item, event) -> None:
    """Before the copy is put anywhere: nobody is mailed, nobody reads it."""
    for name, value in LIVED.items():
        setattr(item, name, value)
    for advice in advices_of(item):
        item._delObject(advice.getId(), suppress_events=True)

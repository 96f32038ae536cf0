"""What an add-on says of a transition beside its guard: danger, comment, what follows."""

from dataclasses import dataclass
from zope.component import queryAdapter
from zope.interface import Interface


@dataclass(frozen=True)
class TransitionHint:
    """How a transition is offered.

    :param confirm: question asked once before it happens, for what is hard to undo.
    :param comment_required: whether the person must say why.
    :param comment_label: what the comment is for and who reads it, where "kept in the
        history" does not say all.
    :param style: ``"primary"``, ``"secondary"`` or ``"danger"``.
    """

    confirm: str = ""
    comment_required: bool = False
    comment_label: str = ""
    style: str = "secondary"


class ITransitionHint(Interface):
    """Adapter of a content object, named after a transition: a ``TransitionHint``."""


class INextStep(Interface):
    """Adapter of a content object: who must act now, as a sentence."""

    def sentence() -> str:
        """For instance "Le chef de service doit valider le point."; empty if nobody."""


def hint_for(context, transition_id: str) -> TransitionHint:
    """The hint registered for a transition of ``context``, or a plain one."""
    return queryAdapter(
        context, ITransitionHint, name=transition_id, default=TransitionHint()
    )


def next_step(context) -> str:
    """Who must act now on ``context``; empty where no add-on says it."""
    step = INextStep(context, None)
    return step.sentence() if step is not None else ""

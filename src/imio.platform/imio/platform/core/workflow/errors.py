"""Transitions that do not happen, with the sentence that says why."""

from imio.platform.core.errors import PlatformError


class TransitionRefused(PlatformError):
    """The transition may not happen now; ``http_status`` tells the API's clients."""

    http_status = 409

    @property
    def reason(self) -> str:
        return self.args[0]


class TransitionForbidden(TransitionRefused):
    """The transition is for other persons."""

    http_status = 403


class UnknownTransition(TransitionRefused):
    """No workflow of the object has such a transition."""

    http_status = 404


class CommentRequired(TransitionRefused):
    """The transition wants a reason and got none."""

    http_status = 400
    field = "comment"


def sentence_of(error: PlatformError) -> str:
    """The sentence of an error; CMFCore wraps one that a subscriber raises in itself."""
    sentence = error.args[0]
    while isinstance(sentence, PlatformError):
        sentence = sentence.args[0]
    return sentence

"""What is refused about the commune, as sentences for people."""

from imio.platform.core.errors import PlatformError


class AnswerError(PlatformError):
    """The answer given for ``field`` cannot be kept."""

    def __init__(self, field: str, message: str):
        super().__init__(message)
        self.field = field
        self.message = message

    def doc(self) -> str:
        """The sentence, where z3c.form looks for it."""
        return self.message

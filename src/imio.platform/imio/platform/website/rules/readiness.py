"""Whether a text is ready to be read by the public."""

#: What templates of legal pages put around a passage to complete.
PLACEHOLDER = "[[["


def has_placeholder(text: str) -> bool:
    """Whether a passage is left to complete."""
    return PLACEHOLDER in text

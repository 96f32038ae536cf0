"""Personal data kept from the public (decree of 18 May 2022, GDPR article 5).

The author marks the words in the text itself, so that every public copy is made
from the one text: the marked words are replaced when it leaves, never by hand.
"""

from html.parser import HTMLParser

#: Class of the span that marks words to mask; offered as a style of the editor.
MASK_CLASS = "donnee-personnelle"
#: What the public reads in their place.
PLACEHOLDER = "[…]"


def masked(html: str) -> str:
    """The HTML with a placeholder in place of each marked span.

    A mark that is never closed masks to the end: too much rather than too little.
    Comments are left out, they are read in a page's source.

    :param html: safe HTML, as the editor made it.
    """
    return _Masker.run(html, masks=True)


def unmarked_text(html: str) -> str:
    """The words outside the marks, as plain text: what would be published."""
    reader = _Reader()
    reader.feed(masked(html))
    reader.close()
    return " ".join("".join(reader.words).split())


def has_marks(html: str) -> bool:
    """Whether some words are marked."""
    return masked(html) != _Masker.run(html, masks=False)


class _Masker(HTMLParser):
    """Copies HTML, without the marked spans."""

    def __init__(self, masks: bool):
        super().__init__(convert_charrefs=False)
        self.masks = masks
        self.kept: list[str] = []
        self.depth = 0

    @classmethod
    def run(cls, html: str, masks: bool) -> str:
        masker = cls(masks)
        masker.feed(html or "")
        masker.close()
        return "".join(masker.kept)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.depth:
            self.depth += tag == "span"
        elif self.masks and tag == "span" and _is_mark(attrs):
            self.depth = 1
            self.kept.append(PLACEHOLDER)
        else:
            self.kept.append(self.get_starttag_text() or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self.depth:
            self.kept.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        if self.depth:
            self.depth -= tag == "span"
        else:
            self.kept.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        # Left bare, it could open a tag with what follows the words taken out.
        self._keep(data.replace("<", "&lt;"))

    def handle_entityref(self, name: str) -> None:
        self._keep(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._keep(f"&#{name};")

    def _keep(self, words: str) -> None:
        if not self.depth:
            self.kept.append(words)


class _Reader(HTMLParser):
    """Collects words; each tag but those within a line parts them."""

    INLINE = ("span", "strong", "em", "b", "i", "u", "a", "sup", "sub")

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.INLINE:
            self.words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.INLINE:
            self.words.append(" ")

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def _is_mark(attrs: list[tuple[str, str | None]]) -> bool:
    return any(
        name == "class" and MASK_CLASS in (value or "").split() for name, value in attrs
    )

"""What a form sent, as its fields would send it again."""

from dataclasses import dataclass
from dataclasses import field
from urllib.parse import parse_qsl

#: Fields of Plone that nobody types.
TECHNICAL = ("_authenticator", "ajax_load")


@dataclass
class Sent:
    """Names and values in their order, and the files, which a page cannot hold."""

    fields: list[tuple[str, str]] = field(default_factory=list)
    files: list[str] = field(default_factory=list)

    @property
    def was_typed(self) -> bool:
        """Whether there is something to lose."""
        return bool(self.files) or any(
            value.strip() for name, value in self.fields if name not in TECHNICAL
        )

    @property
    def holds_a_password(self) -> bool:
        return any("password" in name.lower() for name, _value in self.fields)


def sent_form(request) -> Sent | None:
    """The form of the request; None where there is nothing to keep, or a password."""
    received = getattr(request, "_fs", None)
    fields = list(getattr(received, "list", None) or ())
    # Those of the address come first, and stay in the address.
    query = parse_qsl(request.get("QUERY_STRING", ""), keep_blank_values=True)
    sent = Sent()
    for one in fields[len(query) :]:
        # Only a file's field has this attribute, empty where none was chosen.
        filename = getattr(one, "filename", None)
        if filename is None:
            sent.fields.append((_text(one.name), _text(one.value)))
        elif filename:
            sent.files.append(_text(filename))
    return sent if sent.was_typed and not sent.holds_a_password else None


def _text(value: str | bytes) -> str:
    """Zope reads forms as latin-1 and decodes them later; browsers send UTF-8."""
    data = value if isinstance(value, bytes) else value.encode("latin-1", "replace")
    return data.decode("utf-8", "replace")

"""What a template draws of a question: everything decided, nothing left to compute."""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from imio.platform.ecounter.rules.evaluation import ShownField
from imio.platform.ecounter.rules.kinds import KINDS
from imio.platform.ecounter.rules.kinds.address import PARTS
from imio.platform.ecounter.rules.message import in_language
from imio.platform.ecounter.rules.message import Message
from imio.platform.i18n import _
from typing import Any
from zope.i18n import translate

#: More choices than this are a list to open.
MOST_RADIOS = 8

#: Which macro draws a kind; the others are one line to type.
DRAWN_AS = {
    "textarea": "textarea",
    "bool": "bool",
    "choices": "checkboxes",
    "address": "address",
    "file": "file",
    "repeat": "repeat",
    "heading": "heading",
    "info": "info",
}

AUTOCOMPLETE = {
    "street": "address-line1",
    "postcode": "postal-code",
    "locality": "address-level2",
}


@dataclass(frozen=True)
class Offer:
    """One choice."""

    id: str
    label: str
    html_id: str
    is_chosen: bool


@dataclass(frozen=True)
class Input:
    """A question ready to be drawn."""

    path: str
    html_id: str
    drawn_as: str
    title: str
    hint: str = ""
    error: str = ""
    is_required: bool = False
    value: Any = ""
    input_type: str = "text"
    input_mode: str | None = None
    autocomplete: str | None = None
    max_length: int | None = None
    size: str = ""
    offers: tuple[Offer, ...] = ()
    parts: tuple["Input", ...] = ()
    rows: tuple[tuple["Input", ...], ...] = ()
    accept: str = ""
    has_room: bool = True
    hides_legend: bool = False

    @property
    def described_by(self) -> str | None:
        ids = []
        if self.hint:
            ids.append(f"{self.html_id}-hint")
        if self.error:
            ids.append(f"{self.html_id}-error")
        return " ".join(ids) or None

    @property
    def control_class(self) -> str:
        base = "form-select" if self.drawn_as == "select" else "form-control"
        return f"{base} is-invalid" if self.error else base

    @property
    def invalid(self) -> str | None:
        return "true" if self.error else None


def html_id(path: str) -> str:
    """Id of the input of this name."""
    return "q-" + path.replace(".", "_")


def said(message: Message, http) -> str:
    """A rule's sentence in the reader's language."""
    return translate(_(message.text, mapping=dict(message.values)), context=http)


class Drawing:
    """Makes inputs from questions, what was typed and what was wrong."""

    def __init__(
        self, http, typed: Mapping[str, Any], errors: Mapping[str, str], language: str
    ):
        self.http = http
        self.typed = typed
        self.errors = errors
        self.language = language

    def inputs(self, fields: Iterable[ShownField]) -> list[Input]:
        return [self._input(shown, self.typed, "") for shown in fields]

    def _input(self, shown: ShownField, typed: Mapping[str, Any], prefix: str) -> Input:
        field, kind = shown.field, KINDS[shown.field.kind]
        path = prefix + field.name
        value = typed.get(field.name)
        if value is None and field.name not in typed and shown.value is not None:
            value = kind.typed(field, shown.value)
        return Input(
            path=path,
            html_id=html_id(path),
            drawn_as=self._drawn_as(shown),
            title=in_language(field.title, self.language),
            hint=in_language(field.hint, self.language),
            error=self.errors.get(path, ""),
            is_required=shown.required,
            value="" if value is None else value,
            input_type=kind.input_type,
            input_mode=kind.input_mode or None,
            autocomplete=field.limit("autocomplete", kind.autocomplete) or None,
            max_length=self._max_length(field),
            size=self._size(field),
            offers=self._offers(shown, path, value),
            parts=self._parts(field, path, value) if kind.parts else (),
            rows=self._rows(shown, path, value) if field.rows else (),
            accept=",".join(field.limit("accept", ())) or ".pdf,.jpg,.jpeg,.png",
            has_room=self._has_room(field, value),
        )

    def _drawn_as(self, shown: ShownField) -> str:
        if shown.field.kind == "choice":
            return "radios" if len(shown.choices) <= MOST_RADIOS else "select"
        return DRAWN_AS.get(shown.field.kind, "line")

    def _max_length(self, field) -> int | None:
        longest = getattr(KINDS[field.kind], "longest", None)
        return field.limit("max_length", longest) if longest else None

    def _size(self, field) -> str:
        if field.kind in ("integer", "decimal", "amount", "date"):
            return "ecounter-short"
        if field.kind in ("niss", "kbo", "phone", "plate", "ogm"):
            return "ecounter-medium"
        return "ecounter-short" if field.limit("max_length", 255) <= 12 else ""

    def _offers(self, shown: ShownField, path: str, value: Any) -> tuple[Offer, ...]:
        chosen = value if isinstance(value, list) else [value]
        return tuple(
            Offer(
                choice.id,
                in_language(choice.label, self.language),
                # The first one bears the id that the error summary links to.
                html_id(path) if index == 0 else f"{html_id(path)}-{choice.id}",
                choice.id in chosen,
            )
            for index, choice in enumerate(
                choice for choice in shown.field.choices if choice.id in shown.choices
            )
        )

    def _parts(self, field, path: str, value: Any) -> tuple[Input, ...]:
        given = value if isinstance(value, Mapping) else {}
        optional = {"box"} | (
            {"number"} if field.limit("without_number", False) else set()
        )
        return tuple(
            Input(
                path=f"{path}.{part}",
                html_id=html_id(f"{path}.{part}"),
                drawn_as="line",
                title=said(label, self.http),
                error=self.errors.get(f"{path}.{part}", ""),
                is_required=part not in optional,
                value=given.get(part) or "",
                autocomplete=AUTOCOMPLETE.get(part),
                max_length=longest,
                input_mode="numeric" if part == "postcode" else None,
                size="ecounter-short" if longest <= 12 else "",
            )
            for part, (longest, label, _needed) in PARTS.items()
        )

    def _rows(
        self, shown: ShownField, path: str, value: Any
    ) -> tuple[tuple[Input, ...], ...]:
        given = value if isinstance(value, list) else []
        return tuple(
            tuple(
                self._input(
                    each, given[index] if index < len(given) else {}, f"{path}-{index}."
                )
                for each in row
            )
            for index, row in enumerate(shown.rows)
        )

    def _has_room(self, field, value: Any) -> bool:
        number = len(value) if isinstance(value, list) else 0
        if field.kind == "file":
            return number < field.limit("max_files", 1)
        return number < field.limit("max_rows", 50)

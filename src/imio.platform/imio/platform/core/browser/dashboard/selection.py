"""What a person asks of a dashboard, read from and written to its address."""

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl
from urllib.parse import urlencode

FACET_PREFIX = "f."
#: Longest text and longest list of values that are listened to.
MAX_TEXT = 200
MAX_VALUES = 60


@dataclass(frozen=True)
class Selection:
    """Text, facets, columns, order and page of a listing; empty means the default.

    ``ready`` is the id of one of the dashboard's ready-made lists.
    """

    ready: str = ""
    text: str = ""
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    columns: tuple[str, ...] = ()
    sort: str = ""
    descending: bool = False
    page: int = 1

    @property
    def is_narrowed(self) -> bool:
        """Whether some results may be left out."""
        return bool(self.text or self.facets)

    def sorted_by(self, column_id: str, descending: bool) -> "Selection":
        return replace(self, sort=column_id, descending=descending, page=1)

    def at_page(self, page: int) -> "Selection":
        return replace(self, page=page)

    def without_text(self) -> "Selection":
        return replace(self, text="", page=1)

    def without_facet(self, facet_id: str) -> "Selection":
        facets = {key: values for key, values in self.facets.items() if key != facet_id}
        return replace(self, facets=facets, page=1)

    def without_value(self, facet_id: str, value: str) -> "Selection":
        values = tuple(v for v in self.facets.get(facet_id, ()) if v != value)
        remaining = self.without_facet(facet_id)
        if not any(values):
            return remaining
        return replace(remaining, facets={**remaining.facets, facet_id: values})

    def parameters(self) -> list[tuple[str, str]]:
        """The selection as parameters of an address, in a stable order."""
        parameters = [("list", self.ready)] if self.ready else []
        if self.text:
            parameters.append(("q", self.text))
        for facet_id in sorted(self.facets):
            name = FACET_PREFIX + facet_id
            parameters += [(name, value) for value in self.facets[facet_id]]
        parameters += [("col", column_id) for column_id in self.columns]
        if self.sort:
            parameters.append(("sort", self.sort))
            parameters.append(("dir", "desc" if self.descending else "asc"))
        if self.page > 1:
            parameters.append(("page", str(self.page)))
        return parameters

    def query_string(self) -> str:
        return urlencode(self.parameters())


def read_selection(
    form: Mapping[str, Any],
    facet_ids: Iterable[str],
    column_ids: Iterable[str],
    sortable_ids: Iterable[str],
    ready_ids: Iterable[str] = (),
) -> Selection:
    """The selection in a form; what the dashboard does not know is left out."""
    facets = {}
    for facet_id in facet_ids:
        values = _texts(form.get(FACET_PREFIX + facet_id))
        if any(values):
            facets[facet_id] = values
    asked = set(_texts(form.get("col")))
    sort = _text(form.get("sort"))
    ready = _text(form.get("list"))
    return Selection(
        ready=ready if ready in set(ready_ids) else "",
        text=_text(form.get("q")),
        facets=facets,
        columns=tuple(column_id for column_id in column_ids if column_id in asked),
        sort=sort if sort in set(sortable_ids) else "",
        descending=_text(form.get("dir")) == "desc",
        page=_page(form.get("page")),
    )


def form_of(query_string: str) -> dict[str, list[str]]:
    """The parameters of a saved ``query_string`` as a form."""
    form: dict[str, list[str]] = {}
    for name, value in parse_qsl(query_string, keep_blank_values=True):
        form.setdefault(name, []).append(value)
    return form


def _texts(value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    values: Sequence[Any] = value if isinstance(value, list | tuple) else [value]
    texts = [str(item)[:MAX_TEXT] for item in values[:MAX_VALUES]]
    return tuple(text.replace("\x00", "").strip() for text in texts)


def _text(value: Any) -> str:
    texts = _texts(value)
    return texts[0] if texts else ""


def _page(value: Any) -> int:
    text = _text(value)
    return max(int(text), 1) if text.isdecimal() and len(text) < 7 else 1

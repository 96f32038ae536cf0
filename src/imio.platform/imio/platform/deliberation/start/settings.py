"""Categories and templates of the start content."""

from collections.abc import Mapping
from imio.platform.deliberation.content.settings import categories_of
from plone.app.textfield import RichTextValue
from plone.dexterity.utils import createContentInContainer
from typing import Any

TEXTS = ("synthesis_note", "motivation", "decision")


def load_settings(body, data: Mapping[str, Any], services: Mapping[str, str]) -> None:
    """The categories first: templates name them by their code."""
    for one in data.get("categories", ()):
        _make(body, "ItemCategory", one, services)
    for one in data.get("templates", ()):
        _make(body, "ItemTemplate", one, services)


def category_uid(body, code: str) -> str | None:
    """UID of the body's category with this code."""
    found = (one.UID() for one in categories_of(body) if one.code == code)
    return next(found, None)


def _make(body, portal_type: str, data: Mapping[str, Any], services) -> None:
    fields = dict(data)
    fields["services"] = [services[name] for name in data.get("services", ())]
    if "category" in data:
        fields["category"] = category_uid(body, data["category"])
    if "recurring_service" in data:
        fields["recurring_service"] = services[data["recurring_service"]]
    for name in TEXTS:
        if name in data:
            fields[name] = RichTextValue(data[name], "text/html", "text/x-html-safe")
    createContentInContainer(body, portal_type, checkConstraints=False, **fields)

"""Home pages that are shipped: which sections, in which order, with what in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from plone import api
from plone.app.textfield import RichTextValue
from plone.app.textfield.interfaces import IRichText
from plone.dexterity.utils import iterSchemataForType
from typing import Any
from zope.schema import getFieldsInOrder
import json

LIBRARY = Path(__file__).parents[1] / "templates_library"


@dataclass(frozen=True)
class HomeTemplate:
    """A shipped home page; each section is a mapping with ``id`` and ``type``."""

    id: str
    title: str
    description: str
    sections: tuple[Mapping[str, Any], ...]


def home_templates() -> list[HomeTemplate]:
    """All that are shipped, by title."""
    found = [home_template(path.stem) for path in LIBRARY.glob("*.json")]
    return sorted(found, key=lambda template: template.title)


def home_template(template_id: str) -> HomeTemplate:
    """The template of this id.

    :raises KeyError: where none is shipped.
    """
    path = LIBRARY / f"{Path(template_id).name}.json"
    if not path.is_file():
        raise KeyError(template_id)
    data = json.loads(path.read_text(encoding="utf-8"))
    return HomeTemplate(
        template_id, data["title"], data["description"], tuple(data["sections"])
    )


def create_home(
    container,
    home_id: str,
    template_id: str,
    title: str,
    sections: Mapping[str, Mapping[str, Any]] | None = None,
):
    """A home page made from a template, as a draft.

    :param sections: values that replace the template's, by section id.
    :raises KeyError: where no template has this id.
    :raises zope.schema.ValidationError: where a value does not fit its field.
    """
    template = home_template(template_id)
    home = api.content.create(
        container, "HomePage", id=home_id, title=title, exclude_from_nav=True
    )
    for section in template.sections:
        own = (sections or {}).get(section["id"], {})
        _create_section(home, {**section, **own})
    return home


def _create_section(home, data: Mapping[str, Any]) -> None:
    portal_type = data["type"]
    values = {}
    for name, field in _fields(portal_type).items():
        if name == "id" or name not in data:
            continue
        value = data[name]
        if IRichText.providedBy(field):
            value = RichTextValue(value, "text/html", "text/x-html-safe")
        field.bind(home).validate(value)
        values[name] = value
    api.content.create(home, portal_type, id=data["id"], **values)


def _fields(portal_type: str) -> dict:
    return {
        name: field
        for schema in iterSchemataForType(portal_type)
        for name, field in getFieldsInOrder(schema)
    }

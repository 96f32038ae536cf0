"""Folders and pages of the start content, on line."""

from collections.abc import Mapping
from collections.abc import Sequence
from imio.platform.website.start_content.files import image_of
from plone import api
from plone.app.textfield import RichTextValue
from typing import Any

#: Given to a folder that says nothing else.
FOLDER_LAYOUT = "rubrique"


def load_pages(container, pages: Sequence[Mapping[str, Any]], folder: str) -> None:
    """Create the pages that are missing, and those below them."""
    for data in pages:
        page = container.get(data["id"]) or create_page(container, data, folder)
        load_pages(page, data.get("children", ()), folder)


def create_page(container, data: Mapping[str, Any], folder: str):
    """A page, or a folder where it has children or a layout, on line."""
    is_folder = "children" in data or "layout" in data
    page = api.content.create(
        container,
        "Folder" if is_folder else "Document",
        id=data["id"],
        title=data["title"],
        description=data.get("description", ""),
        exclude_from_nav=data.get("exclude_from_nav", False),
    )
    if is_folder:
        page.setLayout(data.get("layout", FOLDER_LAYOUT))
    if data.get("text"):
        page.text = rich_text(data["text"])
    if data.get("image"):
        page.image = image_of(folder, data["image"])
    page.reindexObject()
    publish(page)
    return page


def rich_text(text: str | Sequence[str]) -> RichTextValue:
    """HTML of a page; a list holds its lines."""
    html = text if isinstance(text, str) else "\n".join(text)
    return RichTextValue(html, "text/html", "text/x-html-safe")


def publish(content) -> None:
    """Put on line what is not."""
    if api.content.get_state(content, default="published") != "published":
        api.content.transition(content, "publish")

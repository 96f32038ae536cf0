"""The home page of the start content."""

from collections.abc import Mapping
from imio.platform.website.content.home_templates import create_home
from imio.platform.website.start_content.files import image_of
from imio.platform.website.start_content.pages import publish
from imio.platform.website.start_content.portlets import clear_portlets
from typing import Any

HOME_ID = "accueil"


def load_home(site, data: Mapping[str, Any], folder: str) -> None:
    """Make the home page from its template unless there is one."""
    if not data or HOME_ID in site:
        return
    sections = {
        section_id: _with_files(values, folder)
        for section_id, values in data.get("sections", {}).items()
    }
    clear_portlets(site)
    home = create_home(site, HOME_ID, data["template"], data["title"], sections)
    publish(home)
    site.setDefaultPage(HOME_ID)


def _with_files(values: Mapping[str, Any], folder: str) -> dict[str, Any]:
    if "image" not in values:
        return dict(values)
    return {**values, "image": image_of(folder, values["image"])}

"""Loads ``ecounter.json`` of a commune's profile.

::

    {
      "counter": {"id": "guichet", "title": "...", "introduction": "..."},
      "procedures": [{"library": "composition-menage", "service": "population",
                      "options": {}}],
      "requests": [{"procedure": "composition-menage", "days_ago": 12,
                    "account": "citoyen", "answers": {...}, "internal": {...},
                    "steps": [{"do": "take", "by": "agent", "after_days": 1}]}]
    }

A service is named by its id. What exists already is left as the commune made it;
requests are loaded only into a counter that has none, and nobody is written to.
"""

from collections.abc import Mapping
from imio.platform.core.interfaces import IStartContent
from imio.platform.core.organisation import directory
from imio.platform.ecounter import library
from imio.platform.ecounter.filing.places import FOLDER_ID
from imio.platform.ecounter.filing.silence import silence
from imio.platform.ecounter.library.installing import install
from imio.platform.ecounter.start_content.requests import file_request
from plone.dexterity.utils import createContentInContainer
from typing import Any
from zope.interface import implementer


@implementer(IStartContent)
class CounterContent:
    """Loads the counter, its procedures and example requests."""

    order = 20

    def load(self, site: Any, data: Mapping[str, Any], folder: str) -> None:
        counter = _counter(site, data["counter"])
        uids = {entry.id: entry.uid for entry in directory.services(True)}
        for row in data.get("procedures", ()):
            if row["library"] not in counter:
                install(
                    counter,
                    library.load(row["library"]),
                    uids[row["service"]],
                    row.get("options", {}),
                )
        if FOLDER_ID in counter:
            return
        rows = sorted(data.get("requests", ()), key=lambda row: -row["days_ago"])
        with silence():
            for row in rows:
                file_request(counter[row["procedure"]], row)


def _counter(site, data: Mapping[str, Any]):
    if data["id"] in site:
        return site[data["id"]]
    return createContentInContainer(site, "ECounter", checkConstraints=False, **data)

"""Apply a commune's profile again without undoing what the commune changed.

The values that the profile sets are remembered on the site. At the next
application a registry record that the commune changed since keeps its value;
one it never touched follows the profile.
"""

from collections.abc import Mapping
from persistent.mapping import PersistentMapping
from plone.registry.interfaces import IRegistry
from typing import Any
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility

ANNOTATION = "imio.platform.profile_values"


def records_to_keep(
    before: Mapping[str, Any], after: Mapping[str, Any], last: Mapping[str, Any]
) -> dict[str, Any]:
    """Values to put back after the profile ran.

    :param before: registry values before the profile ran.
    :param after: registry values after it.
    :param last: values that the profile set the time before.
    :returns: the records the commune changed since, with the commune's values.
    """
    return {
        name: before[name]
        for name, value in after.items()
        if name in last and name in before
        # Changed by the commune since the profile last set it.
        if before[name] != last[name] and before[name] != value
    }


def apply_profile(site, profile_id: str) -> list[str]:
    """Run the profile; returns the names of the records kept as the commune set them."""
    registry = getUtility(IRegistry)
    annotations = IAnnotations(site)
    last = annotations.setdefault(ANNOTATION, PersistentMapping())
    before = _values(registry)
    site.portal_setup.runAllImportStepsFromProfile(
        f"profile-{profile_id}", dependency_strategy="ignore"
    )
    after = _values(registry)
    kept = records_to_keep(before, after, last)
    for name, value in after.items():
        if before.get(name) != value or name in last:
            last[name] = value
    for name, value in kept.items():
        registry.records[name].value = value
    return sorted(kept)


def _values(registry) -> dict[str, Any]:
    return {name: record.value for name, record in registry.records.items()}

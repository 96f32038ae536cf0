"""Which bundles of scripts hang on another."""

from collections.abc import Mapping


def dependents(needs: Mapping[str, str | None], names: set[str]) -> set[str]:
    """``names`` with all bundles that need one of them, directly or not.

    :param needs: what each bundle depends on, names separated by commas.
    """
    found = set(names)
    while True:
        more = {
            name
            for name, depends in needs.items()
            if name not in found
            and found & {part.strip() for part in (depends or "").split(",")}
        }
        if not more:
            return found
        found |= more

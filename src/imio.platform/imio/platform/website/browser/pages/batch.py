"""Long lists in pages."""

from plone.base.batch import Batch


def batch_of(items, request, size: int) -> Batch:
    """The page of ``items`` that the request asks for; the first if it is no number."""
    try:
        start = max(int(request.form.get("b_start", 0)), 0)
    except (TypeError, ValueError):
        start = 0
    return Batch(items, size, start)

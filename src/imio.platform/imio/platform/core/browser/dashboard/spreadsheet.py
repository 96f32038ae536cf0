"""A dashboard's results as a CSV file."""

from imio.platform.core.clock import today
from imio.platform.core.rules.spreadsheet import as_csv
from zope.i18n import translate


def respond_with_csv(dashboard) -> bytes:
    """All results of the selection, on every page, in the columns shown."""
    headings = [
        translate(column.title, context=dashboard.request)
        for column in dashboard.shown_columns
    ]
    lines = (
        [column.export(brain, dashboard) for column in dashboard.shown_columns]
        for brain in dashboard.ordered()
    )
    response = dashboard.request.response
    name = f"{dashboard.__name__}-{today().isoformat()}.csv"
    response.setHeader("Content-Type", "text/csv; charset=utf-8")
    response.setHeader("Content-Disposition", f'attachment; filename="{name}"')
    response.setHeader("X-Content-Type-Options", "nosniff")
    return as_csv([headings, *lines])

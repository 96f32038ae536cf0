"""Text for spreadsheets: a cell of ours is never run as a formula."""

from collections.abc import Iterable
import csv
import io

#: What a spreadsheet takes for the beginning of a formula or of a command
#: (OWASP, "CSV Injection").
FORMULA_STARTS = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
    "\uff1d",
    "\uff0b",
    "\uff0d",
    "\uff20",
)
#: Lets spreadsheets see that the file is in UTF-8.
BYTE_ORDER_MARK = "\ufeff"


def safe_cell(value: object) -> str:
    """``value`` as text that a spreadsheet shows and does not run.

    Numbers stay numbers; a text that begins like a formula, spaces aside, gets an
    apostrophe before it.
    """
    if value is None:
        return ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    text = str(value).replace("\x00", "")
    if text.startswith(FORMULA_STARTS) or text.lstrip().startswith(FORMULA_STARTS):
        return f"'{text}"
    return text


def as_csv(rows: Iterable[Iterable[object]]) -> bytes:
    """Rows as a CSV file that French spreadsheets open by a double click.

    UTF-8 with a byte order mark, semicolons, CRLF line ends (RFC 4180).
    """
    text = io.StringIO(newline="")
    text.write(BYTE_ORDER_MARK)
    writer = csv.writer(
        text, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n"
    )
    for row in rows:
        writer.writerow([safe_cell(value) for value in row])
    return text.getvalue().encode("utf-8")

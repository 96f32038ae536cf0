"""@@jetons of a body: attendance tokens by member, on a page, in CSV and in ODS."""

from decimal import Decimal
from functools import cached_property
from imio.platform.core.errors import PlatformError
from imio.platform.core.rules.ods import as_ods
from imio.platform.core.rules.ods import MIMETYPE as ODS
from imio.platform.core.rules.spreadsheet import as_csv
from imio.platform.deliberation.browser.forms import FormPage
from imio.platform.deliberation.browser.tokens.period import asked
from imio.platform.deliberation.browser.tokens.period import this_year
from imio.platform.deliberation.rules.attendance_tokens import Owed
from imio.platform.deliberation.rules.attendance_tokens import owed
from imio.platform.deliberation.rules.attendance_tokens import Sitting
from imio.platform.deliberation.workflow.tokens import sittings
from imio.platform.i18n import _
from urllib.parse import urlencode

HEADINGS = (
    _("Membre"),
    _("Mandat"),
    _("Séances"),
    _("Présences"),
    _("Excusé"),
    _("Absent"),
    _("Points de l'ordre du jour"),
    _("Points suivis"),
    _("Jetons"),
)
AMOUNT = _("Montant en euros")
NAMES = ("start", "end", "rule", "amount")


class TokensPage(FormPage):
    """A form sent by GET; ``format=csv`` or ``format=ods`` answers a file."""

    def __call__(self):
        self.request.response.setHeader("Cache-Control", "private, no-store")
        try:
            self.asked = asked(self.value)
        except PlatformError as error:
            self.errors = {error.field: self.said(error.args[0])}
            self.request.response.setStatus(400)
            self.asked = this_year()
            return self.index()
        wanted = self.value("format")
        if wanted in ("csv", "ods"):
            return self._file(wanted)
        return self.index()

    @cached_property
    def sittings(self) -> list[Sitting]:
        return sittings(self.context, self.asked.start, self.asked.end)

    @cached_property
    def lines(self) -> list[Owed]:
        return owed(self.sittings, self.asked.half_wanted)

    @property
    def headings(self) -> list[str]:
        shown = (*HEADINGS, AMOUNT) if self.asked.amount is not None else HEADINGS
        return [self.said(heading) for heading in shown]

    def cells(self, line: Owed) -> list:
        """A line as people read it: amounts as the French write them."""
        return [
            str(cell).replace(".", ",") if isinstance(cell, Decimal) else cell
            for cell in self._values(line)
        ]

    def _values(self, line: Owed) -> list:
        found: list = [
            line.name,
            line.title,
            line.sittings,
            line.attended,
            line.excused,
            line.absent,
            line.points,
            line.attended_points,
            line.tokens,
        ]
        if self.asked.amount is not None:
            found.append(line.amount(self.asked.amount))
        return found

    def typed(self, name: str) -> str:
        """What a field shows: what was typed, else what is counted."""
        default = {"start": self.asked.start, "end": self.asked.end}.get(name, "")
        return self.value(name) or str(default)

    @property
    def total(self) -> int:
        return sum(line.tokens for line in self.lines)

    def file_url(self, wanted: str) -> str:
        query = {name: self.typed(name) for name in NAMES if self.typed(name)}
        return f"{self.next_url()}?{urlencode({**query, 'format': wanted})}"

    def _file(self, wanted: str) -> bytes:
        cells = self.cells if wanted == "csv" else self._values
        rows = [self.headings, *(cells(line) for line in self.lines)]
        name = f"jetons-{self.context.getId()}-{self.asked.start}-{self.asked.end}"
        response = self.request.response
        response.setHeader("X-Content-Type-Options", "nosniff")
        response.setHeader(
            "Content-Disposition", f'attachment; filename="{name}.{wanted}"'
        )
        if wanted == "csv":
            response.setHeader("Content-Type", "text/csv; charset=utf-8")
            return as_csv(rows)
        response.setHeader("Content-Type", ODS)
        return as_ods(
            [
                (self.said(_("Jetons")), rows),
                (self.said(_("Séances")), self._detail()),
            ]
        )

    def _detail(self) -> list[list]:
        """Each sitting, and who attended it: what the totals rest on."""
        rows = [[self.said(_("Date")), self.said(_("Membre"))]]
        for line in self.lines:
            rows += [[day.isoformat(), line.name] for day in line.days]
        return rows

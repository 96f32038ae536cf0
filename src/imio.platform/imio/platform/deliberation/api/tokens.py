"""@attendance-tokens of a body: what each member is owed over a period."""

from imio.platform.core.api.problem import problem
from imio.platform.core.errors import PlatformError
from imio.platform.deliberation.browser.tokens.period import asked
from imio.platform.deliberation.workflow.tokens import tokens
from plone.restapi.services import Service


class TokensGet(Service):
    """``?start=2026-01-01&end=2026-12-31&rule=half&amount=125.50``."""

    def reply(self):
        try:
            wanted = asked(self._value)
        except PlatformError as error:
            return problem(error, self.request)
        lines = tokens(self.context, wanted.start, wanted.end, wanted.half_wanted)
        return {
            "@id": f"{self.context.absolute_url()}/@attendance-tokens",
            "start": wanted.start.isoformat(),
            "end": wanted.end.isoformat(),
            "items": [
                {
                    "name": line.name,
                    "title": line.title,
                    "sittings": line.sittings,
                    "attended": line.attended,
                    "excused": line.excused,
                    "absent": line.absent,
                    "points": line.points,
                    "attended_points": line.attended_points,
                    "tokens": line.tokens,
                    "days": [day.isoformat() for day in line.days],
                    "amount": str(line.amount(wanted.amount))
                    if wanted.amount is not None
                    else None,
                }
                for line in lines
            ],
        }

    def _value(self, name: str) -> str:
        found = self.request.form.get(name, "")
        return found.strip() if isinstance(found, str) else ""

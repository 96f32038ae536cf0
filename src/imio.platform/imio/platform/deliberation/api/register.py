"""@register of a body: its acts; @register-verification: what was altered."""

from dataclasses import asdict
from imio.platform.core import clock
from imio.platform.deliberation.browser.register.lines import act_lines
from imio.platform.deliberation.browser.register.view import number_in
from imio.platform.deliberation.records.register import years
from imio.platform.deliberation.workflow.verifying import SENTENCES
from imio.platform.deliberation.workflow.verifying import verification
from plone.restapi.services import Service
from zope.i18n import translate

HIDDEN = ("url", "file_url", "iso_day")


class RegisterGet(Service):
    """``?year=2026&q=trottoir``; without a year, the last one."""

    def reply(self):
        year = number_in(self.request, "year") or _last_year(self.context)
        query = str(self.request.form.get("q", ""))[:200]
        items = []
        for line in act_lines(self.context, year, query):
            values = {k: v for k, v in asdict(line).items() if k not in HIDDEN}
            values.update(day=line.iso_day, file=line.file_url or None)
            items.append(values)
        url = f"{self.context.absolute_url()}/@register"
        return {
            "@id": url,
            "year": year,
            "years": years(self.context),
            "items_total": len(items),
            "items": items,
        }


class RegisterVerificationGet(Service):
    """``?year=2026``: every fingerprint of the year, computed again."""

    def reply(self):
        year = number_in(self.request, "year") or _last_year(self.context)
        result = verification(self.context, year)
        return {
            "@id": f"{self.context.absolute_url()}/@register-verification",
            "year": year,
            "acts": len(result.acts),
            "waiting": result.waiting,
            "is_intact": result.is_intact,
            "findings": [
                {
                    "number": one.number,
                    "fault": one.fault.value,
                    "message": translate(SENTENCES[one.fault], target_language="fr"),
                }
                for one in result.findings
            ],
        }


def _last_year(body) -> int:
    found = years(body)
    return found[0] if found else clock.today().year

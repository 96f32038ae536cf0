"""Delegations of signature: given in writing, ended, never erased."""

from dataclasses import replace
from datetime import date
from imio.platform.core.organisation import mandates
from imio.platform.deliberation.content import officials
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.errors import worded
from imio.platform.deliberation.records.delegations import delegations
from imio.platform.deliberation.records.delegations import save_delegations
from imio.platform.deliberation.rules.signatories import check_delegation
from imio.platform.deliberation.rules.signatories import Delegation
from imio.platform.deliberation.rules.signatories import Paper
from imio.platform.deliberation.rules.violations import RuleViolation
from imio.platform.i18n import _

PAPERS = {
    Paper.CONVOCATION.value: _("Convocations"),
    Paper.COPY.value: _("Extraits et copies certifiées conformes"),
    Paper.NOTICE.value: _("Avis de publication"),
}


def functions(body) -> tuple[str, ...]:
    """Offices that may delegate a signature on the body's papers."""
    return (*officials.mayor_functions(body), *body.rules().secretary_functions)


def give(
    body,
    function: str,
    delegate: str,
    title: str,
    written_on: date | None,
    start: date | None,
    papers: tuple[str, ...],
    end: date | None = None,
) -> Delegation:
    """Note a written delegation.

    :param delegate: UID of a member's mandate for the mayor's, a name for the
        secretary's.
    :param title: quality of an agent; a member's is his office.
    :raises DeliberationError: nothing was noted, for the reason given.
    """
    if function not in functions(body):
        raise DeliberationError(_("Choisissez qui délègue sa signature."), "function")
    if written_on is None:
        raise DeliberationError(_("Donnez la date de l'écrit."), "written_on")
    if start is None:
        raise DeliberationError(_("Donnez le premier jour."), "start")
    name, quality = _delegate(body, function, delegate, title, start)
    holder = mandates.holder(function, start)
    given = delegations(body)
    made = Delegation(
        number=len(given) + 1,
        function=function,
        delegator=holder.person_name if holder is not None else "",
        delegate=name,
        title=quality,
        written_on=written_on,
        start=start,
        end=end,
        papers=tuple(one for one in papers if one in PAPERS),
    )
    try:
        check_delegation(made)
    except RuleViolation as violation:
        raise worded(violation) from violation
    save_delegations(body, [*given, made])
    return made


def end(body, number: int, last_day: date | None) -> None:
    """Revoke a delegation: it signs nothing after its last day.

    :raises DeliberationError: nothing was changed, for the reason given.
    """
    given = delegations(body)
    found = next((one for one in given if one.number == number), None)
    if found is None:
        raise DeliberationError(_("Cette délégation n'existe pas."))
    field = f"last_day-{number}"
    if last_day is None:
        raise DeliberationError(_("Donnez le dernier jour."), field)
    if last_day < found.start:
        raise DeliberationError(
            _("Le dernier jour précède le premier : la délégation a déjà couru."), field
        )
    ended = replace(found, end=last_day)
    save_delegations(body, [ended if one.number == number else one for one in given])


def _delegate(body, function: str, given: str, title: str, day: date):
    """Name and quality of who signs instead."""
    if function in officials.mayor_functions(body):
        for mandate in members(body, day):
            if mandate.uid == given:
                words = mandates.title(mandate, with_prefix=True)
                return mandate.person_name, f"{words[:1].upper()}{words[1:]}"
        raise DeliberationError(
            _(
                "Choisissez un membre du collège en fonction ce jour-là "
                "(CDLD, art. L1132-4)."
            ),
            "member",
        )
    if not given or len(given) > 200:
        raise DeliberationError(_("Écrivez le nom de l'agent."), "agent")
    if not title or len(title) > 200:
        raise DeliberationError(_("Écrivez la qualité de l'agent."), "title")
    return given, title


def members(body, day: date) -> list:
    """Members to whom the mayor may delegate: the college's, or the CPAS body's own."""
    rules = body.rules()
    where = rules.id if rules.id.startswith("cpas") else "college"
    mayors = officials.mayor_functions(body)
    return [
        mandate
        for mandate in mandates.active_mandates(day, body=where)
        if mandate.function not in (*mayors, *rules.secretary_functions)
    ]

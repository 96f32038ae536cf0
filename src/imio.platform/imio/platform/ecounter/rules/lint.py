"""What makes a well-shaped definition impossible to run, said before it is used."""

from collections import Counter
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from imio.platform.ecounter.rules.definition import Definition
from imio.platform.ecounter.rules.definition import Field
from imio.platform.ecounter.rules.definition import Rule
from imio.platform.ecounter.rules.errors import ExpressionError
from imio.platform.ecounter.rules.errors import Problem
from imio.platform.ecounter.rules.expression import Expression
from imio.platform.ecounter.rules.kinds import KINDS
from imio.platform.ecounter.rules.message import _
from imio.platform.ecounter.rules.message import in_language
from imio.platform.ecounter.rules.operations import ANY
from imio.platform.ecounter.rules.signatures import type_of

#: Longest chain of variables built on one another.
MAX_CHAIN = 50


def problems_of(definition: Definition) -> list[Problem]:
    """Every fault of sense: names, order, cycles, kinds, types."""
    problems = [*_names(definition), *_kinds(definition)]
    cycle = cycle_of(definition.rules_by_name)
    if cycle:
        problems.append(
            Problem(
                cycle[0],
                _(
                    "Ces calculs dépendent l'un de l'autre : ${cycle}.",
                    cycle=" → ".join(cycle),
                ),
            )
        )
        return problems
    problems.extend(_order(definition))
    return problems


def cycle_of(rules: Mapping[str, tuple[Rule, ...]]) -> list[str]:
    """The names of a circle of variables that need one another, or nothing."""
    done: set[str] = set()

    def follow(name: str, path: list[str]) -> list[str]:
        if name in path:
            return [*path[path.index(name) :], name]
        if name in done or name not in rules:
            return []
        for rule in rules[name]:
            for needed in sorted(_needs(rule)):
                found = follow(needed, [*path, name])
                if found:
                    return found
        done.add(name)
        return []

    return next((found for name in rules if (found := follow(name, []))), [])


def _needs(rule: Rule) -> frozenset[str]:
    return rule.expression.names | (
        rule.condition.names if rule.condition else frozenset()
    )


def _names(definition: Definition) -> Iterator[Problem]:
    names = Counter(each.name for _page, each in definition.fields())
    names.update(list(definition.rules_by_name))
    for name, times in names.items():
        if times > 1:
            yield Problem(name, _("Ce nom est donné ${times} fois.", times=times))
    for name, times in Counter(page.name for page in definition.pages).items():
        if times > 1:
            yield Problem(name, _("Deux pages portent ce nom."))
    for name in definition.digest:
        if name not in names:
            yield Problem("digest", _("Le nom « ${name} » n'existe pas.", name=name))


def _kinds(definition: Definition) -> Iterator[Problem]:
    for page, field in definition.fields():
        yield from _kind(in_language(page.title), field, nested=False)


def _kind(where: str, field: Field, nested: bool) -> Iterator[Problem]:
    where = f"{where} › {field.name}"
    if field.kind not in KINDS:
        yield Problem(where, _("Le genre « ${kind} » n'existe pas.", kind=field.kind))
        return
    if not field.title:
        yield Problem(where, _("Cette question n'a pas de libellé."))
    if field.kind in ("choice", "choices") and not field.choices:
        yield Problem(where, _("Cette question n'a pas de choix."))
    if (field.kind == "repeat") != bool(field.rows):
        yield Problem(where, _("Seul un groupe répété a des lignes, et il en a."))
    if nested and field.kind in ("repeat", "file"):
        yield Problem(where, _("Un groupe répété ne contient ni groupe ni fichier."))
    for each in field.rows:
        yield from _kind(where, each, nested=True)


def _order(definition: Definition) -> Iterator[Problem]:
    """A condition looks only at what was asked before it."""
    types = {
        each.name: KINDS[each.kind].gives
        for _page, each in definition.fields()
        if each.kind in KINDS
    }
    rules = definition.rules_by_name
    for rule in definition.rules:
        yield from _expression(rule.name, rule.expression, types, set(types), rules)
        yield from _expression(rule.name, rule.condition, types, set(types), rules)
    asked: set[str] = set()
    for page in definition.pages:
        title = in_language(page.title)
        yield from _expression(title, page.condition, types, asked, rules)
        if page.condition and page.condition.source is False:
            yield Problem(title, _("Cette page n'est jamais montrée."))
        for field in page.fields:
            yield from _field(f"{title} › {field.name}", field, types, asked, rules)
            asked.add(field.name)
        for check in page.checks:
            yield from _expression(title, check.expression, types, asked, rules)
            yield from _expression(title, check.value, types, asked, rules)
            if check.field and check.field not in asked:
                yield Problem(
                    title, _("Le nom « ${name} » n'existe pas.", name=check.field)
                )


def _field(
    where: str,
    field: Field,
    types: Mapping[str, str],
    asked: set[str],
    rules: Mapping[str, tuple[Rule, ...]],
) -> Iterator[Problem]:
    for expression in (
        field.condition,
        field.required,
        field.minimum,
        field.maximum,
        *(choice.condition for choice in field.choices),
    ):
        yield from _expression(where, expression, types, asked, rules)
    for check in field.checks:
        yield from _expression(
            where, check.expression, types, {*asked, field.name}, rules
        )
    within = {*asked}
    inner = dict(types) | {
        row.name: KINDS[row.kind].gives for row in field.rows if row.kind in KINDS
    }
    for row in field.rows:
        yield from _field(f"{where} › {row.name}", row, inner, within, rules)
        within.add(row.name)


def _expression(
    where: str,
    expression: Expression | None,
    types: Mapping[str, str],
    asked: set[str],
    rules: Mapping[str, tuple[Rule, ...]],
) -> Iterator[Problem]:
    if expression is None:
        return
    for name in sorted(_answers_behind(expression.names, rules)):
        if name in asked:
            continue
        if name in types:
            yield Problem(
                where,
                _("« ${name} » est demandé plus loin : déplacez-le avant.", name=name),
            )
        else:
            yield Problem(where, _("Le nom « ${name} » n'existe pas.", name=name))
    try:
        type_of(expression.source, {**dict.fromkeys(rules, ANY), **types})
    except ExpressionError as error:
        yield Problem(where, error.message)


def _answers_behind(
    names: Iterable[str], rules: Mapping[str, tuple[Rule, ...]]
) -> set[str]:
    """The answers that these names stand on, variables followed."""
    found: set[str] = set()
    pending, seen = list(names), set()
    while pending:
        name = pending.pop()
        if name in seen:
            continue
        seen.add(name)
        if name in rules:
            pending.extend(need for rule in rules[name] for need in _needs(rule))
        else:
            found.add(name)
    return found

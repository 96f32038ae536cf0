"""The words of the organisation, changed by the commune: functions, bodies, offices.

Keys never change: groups, mandates and deeds hang on them. A word still in use is not
taken out.
"""

from imio.platform.core.errors import WordInUse
from imio.platform.core.errors import WordMissing
from imio.platform.core.organisation import directory
from imio.platform.core.organisation import mandates
from imio.platform.core.organisation import membership
from imio.platform.core.organisation.offices import offices
from imio.platform.core.organisation.settings import IMandateFunction
from imio.platform.core.organisation.settings import MANDATE_FUNCTIONS
from imio.platform.core.organisation.settings import PREFIX
from imio.platform.i18n import _
from plone import api
from plone.i18n.normalizer import idnormalizer
from plone.registry.interfaces import IRegistry
from zope.component import getUtility

FUNCTIONS = "functions"
BODIES = "bodies"


def titles(kind: str) -> dict[str, str]:
    """Titles by key of ``functions`` or ``bodies``."""
    return dict(api.portal.get_registry_record(f"{PREFIX}.{kind}", default={}) or {})


def new_key(title: str, taken) -> str:
    """A key made from a title: ``"chef_de_projet"``."""
    base = idnormalizer.normalize(title).replace("-", "_").replace(".", "_")
    key, number = base, 2
    while key in taken:
        key, number = f"{base}_{number}", number + 1
    return key


def save_titles(kind: str, changed: dict[str, str], added: str, removed: set[str]):
    """Rename, add and take out words of a kind, all of it or nothing.

    :param changed: new titles by key.
    :param added: title of a new word, or an empty string.
    :raises WordMissing: where a title is empty.
    :raises WordInUse: where somebody still holds what is taken out.
    """
    words = titles(kind)
    for key in removed & set(words):
        _check_unused(kind, key, words.pop(key))
    for key in words:
        words[key] = (changed.get(key, words[key]) or "").strip()
        if not words[key]:
            raise WordMissing(_("Chaque ligne a besoin d'un titre."))
    if added.strip():
        words[new_key(added, words)] = added.strip()
    if words != titles(kind):
        api.portal.set_registry_record(f"{PREFIX}.{kind}", words)


def _check_unused(kind: str, key: str, title: str) -> None:
    if kind == FUNCTIONS:
        uids = [entry.uid for entry in directory.services(include_closed=True)]
        is_used = any(membership.members(uid, key) for uid in uids)
    else:
        is_used = any(mandate.body == key for mandate in mandates.all_mandates())
    if is_used:
        raise WordInUse(
            _("« ${title} » est encore utilisé : il reste.", mapping={"title": title})
        )


def save_office(key: str, values: dict[str, str]) -> None:
    """Change the titles of an office, or add one where ``key`` is empty.

    :param values: fields of ``IMandateFunction`` but the rank; articles may be empty.
    :raises WordMissing: without a masculine and a feminine title.
    """
    values = {name: value.strip() for name, value in values.items()}
    if not values.get("masculine") or not values.get("feminine"):
        raise WordMissing(_("Une fonction a un titre au masculin et un au féminin."))
    values["plural"] = values.get("plural") or f"{values['masculine']}s"
    known = offices()
    registry = getUtility(IRegistry)
    key = key or new_key(values["masculine"], known)
    prefix = f"{MANDATE_FUNCTIONS}/{key}"
    if key not in known:
        registry.registerInterface(IMandateFunction, prefix=prefix)
    record = registry.forInterface(IMandateFunction, prefix=prefix, check=False)
    for name, value in values.items():
        if getattr(record, name) != value:
            setattr(record, name, value)


def remove_office(key: str) -> None:
    """Take an office out.

    :raises WordInUse: where a mandate, even a past one, is of this office.
    """
    known = offices()
    if key not in known:
        return
    if any(mandate.function == key for mandate in mandates.all_mandates()):
        raise WordInUse(
            _(
                "« ${title} » est encore utilisé : il reste.",
                mapping={"title": known[key].masculine},
            )
        )
    records = getUtility(IRegistry).records
    for name in list(
        records.keys(f"{MANDATE_FUNCTIONS}/{key}.", f"{MANDATE_FUNCTIONS}/{key}/")
    ):
        del records[name]

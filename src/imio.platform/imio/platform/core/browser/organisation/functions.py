"""Pages where functions in services are given and taken back."""

from dataclasses import dataclass
from functools import cached_property
from imio.platform.core.browser.titles.interfaces import ITitledPage
from imio.platform.core.errors import PlatformError
from imio.platform.core.organisation import accounts
from imio.platform.core.organisation import directory
from imio.platform.core.organisation import membership
from imio.platform.core.organisation.accounts import Account
from imio.platform.core.organisation.tree import flattened
from imio.platform.core.organisation.tree import nested
from imio.platform.core.organisation.tree import organisation_of
from imio.platform.i18n import _
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from zExceptions import Forbidden
from zope.interface import implementer

#: Between the account and the function in a checkbox's value; function keys hold none.
SEPARATOR = "|"


@dataclass(frozen=True)
class ServiceLine:
    """A service in the overview, with its people and their functions."""

    title: str
    url: str
    depth: int
    is_open: bool
    holders: list[tuple[str, list[str]]]


@implementer(ITitledPage)
class OrganisationFunctions(BrowserView):
    """Who holds what in every service."""

    title = _("Les fonctions dans les services")

    @cached_property
    def lines(self) -> list[ServiceLine]:
        titles = directory.functions()
        nodes = nested(self.context, lambda entry: True, include_closed=True)
        return [
            ServiceLine(
                node.entry.title,
                node.entry.url,
                depth,
                node.entry.is_open,
                _holders(node.entry.uid, titles),
            )
            for depth, node in flattened(nodes)
        ]


def _holders(uid: str, titles: dict[str, str]) -> list[tuple[str, list[str]]]:
    """Each person's name with the titles of the functions held in the service."""
    held: dict[str, list[str]] = {}
    for function, title in titles.items():
        for user_id in membership.members(uid, function):
            held.setdefault(user_id, []).append(title)
    rows = [(membership.full_name(user_id), found) for user_id, found in held.items()]
    return sorted(rows, key=lambda row: row[0].casefold())


@implementer(ITitledPage)
class ServiceFunctions(BrowserView):
    """Functions in one service: a line of boxes for each person.

    The form carries what the boxes were when it was drawn, so that two managers who
    work at the same time only change what each of them touched.
    """

    def __call__(self):
        if self.request.method == "POST":
            return self.save()
        return self.index()

    @property
    def title(self) -> str:
        return _(
            "Fonctions du service ${service}", mapping={"service": self.context.title}
        )

    @cached_property
    def functions(self) -> dict[str, str]:
        return directory.functions()

    @cached_property
    def held(self) -> set[tuple[str, str]]:
        """Pairs (account, function) held now."""
        uid = self.context.UID()
        return {
            (user_id, function)
            for function in self.functions
            for user_id in membership.members(uid, function)
        }

    @property
    def query(self) -> str:
        return str(self.request.form.get("q", "")).strip()

    @cached_property
    def members(self) -> list[Account]:
        ids = {user_id for user_id, _function in self.held}
        rows = map(accounts.account, ids)
        return sorted(rows, key=lambda row: (row.name.casefold(), row.id))

    @cached_property
    def _all_found(self) -> list[Account]:
        return [row for row in accounts.search(self.query) if row not in self.members]

    @property
    def found(self) -> list[Account]:
        """Accounts that answer the search and hold nothing here yet."""
        return self._all_found[: accounts.LONGEST_LIST]

    @property
    def search_note(self) -> str:
        """What to say about the search, translatable; empty when all is shown."""
        if not self.query:
            return ""
        if len(self.query) < accounts.SHORTEST_QUERY:
            return _("Donnez au moins deux lettres du nom.")
        if not self._all_found:
            return _("Aucune autre personne ne répond à cette recherche.")
        if len(self._all_found) > accounts.LONGEST_LIST:
            return _("Seules les premières personnes sont montrées : précisez le nom.")
        return ""

    @property
    def overview_url(self) -> str:
        return f"{organisation_of(self.context).absolute_url()}/@@functions"

    def value(self, account: Account, function: str) -> str:
        return f"{account.id}{SEPARATOR}{function}"

    def is_held(self, account: Account, function: str) -> bool:
        return (account.id, function) in self.held

    def save(self):
        CheckAuthenticator(self.request)
        before = _pairs(self.request.form.get("before", ()))
        after = _pairs(self.request.form.get("after", ()))
        uid = self.context.UID()
        number = 0
        try:
            for user_id, function in sorted(after - before):
                number += membership.grant(uid, function, user_id)
            for user_id, function in sorted(before - after):
                number += membership.revoke(uid, function, user_id)
        except PlatformError as error:
            # Only a forged or outdated form names what does not exist.
            raise Forbidden(str(error)) from error
        self._tell(number)
        self.request.response.redirect(f"{self.context.absolute_url()}/@@functions")
        return ""

    def _tell(self, number: int) -> None:
        if not number:
            message = _("Rien n'a changé.")
        elif number == 1:
            message = _("Un changement est enregistré.")
        else:
            message = _(
                "${number} changements sont enregistrés.", mapping={"number": number}
            )
        api.portal.show_message(message, request=self.request)


def _pairs(values) -> set[tuple[str, str]]:
    values = [values] if isinstance(values, str) else values
    split = (str(value).rpartition(SEPARATOR) for value in values)
    return {(user_id, function) for user_id, _separator, function in split if user_id}

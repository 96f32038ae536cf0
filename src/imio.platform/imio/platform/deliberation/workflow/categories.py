"""What a point's category settles, kept true however the point is written."""

from imio.platform.core.errors import RemovalRefused
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.settings import categories_of
from imio.platform.deliberation.content.settings import category_of
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.rules.categories import settle
from imio.platform.deliberation.rules.categories import Settled
from imio.platform.i18n import _
from plone import api
from zope.i18nmessageid import Message

CLOSED_SITTING = _(
    "Huis clos imposé par la catégorie « ${category} » : les questions de personnes ne "
    "se traitent pas en public (CDLD, art. L1122-21)."
)
SECRET_BALLOT = _(
    "Scrutin secret imposé par la catégorie « ${category} » : présentation, nomination, "
    "mise en disponibilité, suspension ou sanction (CDLD, art. L1122-27)."
)


def settled(item, is_new: bool = False) -> Settled:
    """The sitting and the ballot that the point must have."""
    category = category_of(item)
    rules = category.rules() if category is not None else None
    return settle(rules, item.privacy, bool(item.secret_ballot), is_new)


def apply_category(item, is_new: bool = False) -> bool:
    """Give a point the sitting and the ballot of its category; whether it changed."""
    found = settled(item, is_new)
    wanted = found.privacy, found.secret_ballot
    if wanted == (item.privacy, bool(item.secret_ballot)):
        return False
    item.privacy, item.secret_ballot = wanted
    return True


def reasons(item) -> list[Message]:
    """What the law imposes on the point because of its category, in sentences."""
    category = category_of(item)
    if category is None:
        return []
    found = settled(item)
    said = []
    if found.privacy_is_imposed:
        said.append(CLOSED_SITTING)
    if found.ballot_is_imposed:
        said.append(SECRET_BALLOT)
    return [Message(one, mapping={"category": category.title}) for one in said]


def require_secret_ballot(item) -> None:
    """Refuse a vote aloud where the law wants a secret one (CDLD L1122-27).

    :raises DeliberationError: with the category that imposes it.
    """
    if settled(item).ballot_is_imposed:
        category = category_of(item).title
        raise DeliberationError(
            Message(SECRET_BALLOT, mapping={"category": category}), "secret"
        )


def category_ranks(body) -> dict[str, int]:
    """Place of each category of a body, by UID."""
    return {one.UID(): rank for rank, one in enumerate(categories_of(body))}


def category_will_be_removed(category, event) -> None:
    """What a category imposes of its points stays known: one in use is only closed.

    :raises RemovalRefused: points have it, or templates give it.
    """
    # With its body, everything goes.
    if event.object.UID() != category.UID() or not _is_used(category):
        return
    raise RemovalRefused(
        _(
            "Des points ou des modèles ont la catégorie « ${category} » : cochez plutôt "
            "« N'est plus proposée », ils la garderont.",
            mapping={"category": category.title},
        )
    )


def _is_used(category) -> bool:
    body = body_of(category)
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        path="/".join(body.getPhysicalPath()),
        portal_type=["AgendaItem", "ItemTemplate"],
    )
    uid = category.UID()
    return any(brain._unrestrictedGetObject().category == uid for brain in brains)

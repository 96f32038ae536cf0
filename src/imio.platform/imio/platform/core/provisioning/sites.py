"""The communes' sites in a database."""

from plone.base.interfaces import IPloneSiteRoot

#: Accounts that a commune's start content makes for demonstration, and who they are.
DEMONSTRATION_ACCOUNTS = (
    ("webmestre", "écrit les pages du site"),
    ("redacteur", "relit et publie les pages"),
    ("citoyen", "introduit des demandes au guichet"),
    ("agent", "traite les demandes de la population"),
    ("agent-travaux", "traite les signalements et rédige des points"),
    ("chef-travaux", "valide les points de son service"),
    ("directeur-financier", "rend l'avis de légalité"),
    ("secretaire", "prépare les séances du collège"),
    ("echevin", "siège au collège et au conseil"),
    ("conseillere", "siège au conseil, dans l'opposition"),
    ("admin", "administre le site"),
)


def commune_sites(app) -> list:
    """The Plone sites at the root of the database, by id."""
    return [
        app[site_id]
        for site_id in sorted(app.objectIds())
        if IPloneSiteRoot.providedBy(app[site_id])
    ]


def demonstration_accounts(app) -> list[tuple[str, str]]:
    """Pairs (account, who it is) that exist in a site of this database, or at its root."""
    folders = [app.acl_users, *(site.acl_users for site in commune_sites(app))]
    return [
        (account, role)
        for account, role in DEMONSTRATION_ACCOUNTS
        if any(folder.getUserById(account) is not None for folder in folders)
    ]

"""What can be wrong with a commune, said in one sentence with what to do."""


class ProvisioningError(Exception):
    """A commune cannot be made; the message is French and says what to do."""


class UnknownCommune(ProvisioningError):
    """No profile has this id."""

    def __init__(self, commune_id: str, known: list[str]):
        choices = ", ".join(known) or "aucune"
        super().__init__(
            f"La commune « {commune_id} » n'a pas de profil. Communes disponibles : "
            f"{choices}. Pour en créer une, copiez profiles/_template."
        )


class BrokenProfile(ProvisioningError):
    """A file of the profile cannot be read."""

    def __init__(self, commune_id: str, path: str, detail: str):
        super().__init__(
            f"Le profil de la commune « {commune_id} » ne peut pas être lu : "
            f"{path} — {detail.rstrip('.')}. Corrigez ce fichier et recommencez."
        )


class MissingAddOn(ProvisioningError):
    """The profile wants an add-on that is not installed here."""

    def __init__(self, commune_id: str, profile_id: str):
        super().__init__(
            f"Le profil de la commune « {commune_id} » demande l'extension "
            f"« {profile_id} », qui n'est pas installée. Installez-la ou retirez-la "
            "de metadata.xml."
        )


class SiteExists(ProvisioningError):
    """The database already holds an object of this id."""

    def __init__(self, site_id: str):
        super().__init__(
            f"La base contient déjà « {site_id} ». Choisissez un autre identifiant "
            "avec --site-id."
        )


class UnknownSite(ProvisioningError):
    """The database has no such Plone site."""

    def __init__(self, site_id: str, known: list[str]):
        choices = ", ".join(known) or "aucun"
        super().__init__(
            f"La base ne contient pas de site « {site_id} ». Sites : {choices}. "
            "Nommez le bon avec --site-id."
        )


class OtherCommune(ProvisioningError):
    """The site was made from another profile."""

    def __init__(self, site_id: str, commune_id: str):
        super().__init__(
            f"Le site « {site_id} » n'a pas été créé avec le profil « {commune_id} » : "
            "l'appliquer changerait son identité. Nommez le profil de ce site."
        )


class InvalidSiteId(ProvisioningError):
    """The id cannot be part of an address."""

    def __init__(self, site_id: str):
        super().__init__(
            f"« {site_id} » ne peut pas servir d'adresse : employez des lettres "
            "minuscules sans accent, des chiffres et des tirets."
        )


class UpgradeFailed(ProvisioningError):
    """A step of an upgrade broke."""

    def __init__(self, site_id: str, step: str, detail: str):
        super().__init__(
            f"La mise à niveau de « {site_id} » a échoué ({step} : {detail}). Le site "
            "est resté comme il était. Le journal en dit plus ; remettez l'ancienne "
            "version du logiciel en attendant."
        )

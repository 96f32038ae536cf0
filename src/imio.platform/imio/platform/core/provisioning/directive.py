"""The ZCML directive ``platform:communes``: registers every commune's profile."""

from imio.platform.core.provisioning.catalogue import discover
from plone.base.interfaces import INonInstallable
from Products.GenericSetup import profile_registry
from Products.GenericSetup.interfaces import EXTENSION
from zope.interface import implementer
from zope.interface import Interface
import logging

logger = logging.getLogger(__name__)

#: An importable package, as GenericSetup asks for.
PRODUCT = "imio.platform"


class ICommunesDirective(Interface):
    """``platform:communes`` takes no argument."""


def register_communes(context) -> None:
    """Queue the registration of each commune's profile; log those unreadable."""
    found, broken = discover()
    for problem in broken:
        logger.warning("%s", problem)
    for commune in found:
        context.action(
            discriminator=("imio.platform:commune", commune.id),
            callable=_register,
            args=(commune,),
        )


def is_registered(profile_id: str) -> bool:
    """Whether GenericSetup knows this profile."""
    return profile_id in profile_registry.listProfiles()


def _register(commune) -> None:
    if is_registered(commune.profile_id):
        return
    profile_registry.registerProfile(
        name=commune.id,
        title=commune.title,
        description="",
        path=str(commune.folder),
        product=PRODUCT,
        profile_type=EXTENSION,
    )


@implementer(INonInstallable)
class HiddenCommunes:
    """A commune is not an add-on: its profile stays out of the add-ons panel."""

    def getNonInstallableProducts(self):
        return [PRODUCT]

    def getNonInstallableProfiles(self):
        return [commune.profile_id for commune in discover()[0]]

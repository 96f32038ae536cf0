from imio.platform.core.commune import commune
from imio.platform.core.commune import ICommune
from imio.platform.core.commune import PREFIX
from imio.platform.core.commune.images import encoded
from plone.registry.interfaces import IRegistry
from zope.component import getUtility
import pytest


@pytest.fixture
def settings(portal):
    return getUtility(IRegistry).forInterface(ICommune, prefix=PREFIX)


def test_address_is_one_line(settings):
    settings.street = "Place de l'Hôtel de Ville 1"
    settings.postcode = "5999"
    settings.city = "Hautes-Rives"
    assert commune().address == "Place de l'Hôtel de Ville 1, 5999 Hautes-Rives"


def test_address_without_a_street(settings):
    settings.street = None
    settings.postcode = None
    settings.city = "Hautes-Rives"
    assert commune().address == "Hautes-Rives"


def test_opening_line_is_the_first(settings):
    settings.opening_hours = ["Lundi : 9h à 12h", "Mardi : 9h à 12h"]
    assert commune().opening_line == "Lundi : 9h à 12h"


def test_logo_keeps_its_name_and_type(settings):
    settings.logo = encoded("armoiries.svg", b"<svg/>")
    image = commune().logo_image
    assert (image.filename, image.content_type) == ("armoiries.svg", "image/svg+xml")


def test_unknown_attribute_is_an_error(portal):
    with pytest.raises(AttributeError):
        _ = commune().mayor


def test_defaults_serve_before_anything_is_answered(portal):
    assert commune().primary_colour == "#0b5c68"
    assert commune().quick == []

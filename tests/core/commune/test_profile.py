from imio.platform.core.commune import commune
from imio.platform.core.commune.errors import AnswerError
from imio.platform.core.commune.profile import import_images
import pytest


class Profile:
    """A profile that holds these files in its theme folder."""

    def __init__(self, **files):
        self.files = files

    def readDataFile(self, filename, subdir=None):
        assert subdir == "theme"
        return self.files.get(filename.replace(".", "_"))


def test_the_logo_of_a_profile_becomes_the_commune_s(portal, png):
    import_images(Profile(logo_png=png))
    assert commune().logo_image.filename == "logo.png"


def test_applying_again_keeps_the_commune_s_own_logo(portal, png):
    import_images(Profile(logo_svg=b"<svg xmlns='http://www.w3.org/2000/svg'/>"))
    import_images(Profile(logo_png=png))
    assert commune().logo_image.filename == "logo.svg"


def test_a_profile_without_pictures_changes_nothing(portal):
    import_images(Profile())
    assert commune().logo is None


def test_a_broken_picture_stops_the_profile(portal):
    with pytest.raises(AnswerError):
        import_images(Profile(logo_png=b"GIF89a"))

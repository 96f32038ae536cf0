"""French where nobody said which language, and in a language that is not ours."""

from imio.platform.i18n import _
from zope.i18n import translate
import pytest


@pytest.mark.parametrize(
    ("language", "words"),
    [(None, "Lettre"), ("fr", "Lettre"), ("it", "Lettre"), ("nl", "Brief")],
)
def test_a_message_is_french_unless_another_catalogue_has_it(portal, language, words):
    assert translate(_("Lettre"), target_language=language) == words

"""Core's templates and choices come and go with the add-on."""

from imio.platform.core.documents import setup
from imio.platform.core.documents.templates import FOLDER_ID
from imio.platform.core.notifications.choices import choose
from imio.platform.core.notifications.choices import forget_all
from imio.platform.core.notifications.choices import KEY
from plone import api
from zope.annotation.interfaces import IAnnotations


def test_templates_are_installed_once_and_removed(portal):
    with api.env.adopt_roles(["Manager"]):
        first = portal[FOLDER_ID]["core-letter"]
        setup.install(portal)
        assert portal[FOLDER_ID]["core-letter"].UID() == first.UID()
        for other in portal[FOLDER_ID].objectIds():
            if other != "core-letter":
                portal[FOLDER_ID]._delObject(other)
        setup.uninstall(portal)
        assert FOLDER_ID not in portal


def test_choices_leave_nothing(portal):
    choose("ann", {})
    forget_all()
    assert KEY not in IAnnotations(portal)

"""The commune's calendar: its settings, their page, and terms that run out."""

from datetime import date
from datetime import datetime
from imio.platform.core.calendar import end_of
from imio.platform.core.calendar import is_over
from imio.platform.core.calendar import legal_calendar
from imio.platform.core.clock import BRUSSELS
from imio.platform.core.interfaces import ICoreLayer
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from zope.component import getMultiAdapter
from zope.interface import alsoProvides
import pytest

LOCAL_DAYS = "imio.platform.calendar.local_days"
SATURDAY = "imio.platform.calendar.saturday_counts"


def panel(portal, **answers):
    request = portal.REQUEST.clone()
    alsoProvides(request, ICoreLayer)
    request.form.clear()
    for name, value in answers.items():
        request.form[f"form.widgets.{name}"] = value
    if answers:
        request.form["form.buttons.save"] = "Enregistrer"
        request.method = "POST"
    view = getMultiAdapter((portal, request), name="calendar-controlpanel")
    view.update()
    return view


@pytest.fixture
def manager(portal):
    setRoles(portal, TEST_USER_ID, ["Manager"])
    return portal


def test_calendar_is_belgian_before_anything_is_set(portal):
    assert legal_calendar().is_holiday(date(2026, 7, 21))
    assert not legal_calendar().is_working_day(date(2026, 11, 28))


def test_settings_of_the_commune_count(portal):
    api.portal.set_registry_record(LOCAL_DAYS, ["27/09 Fête", "02/01/2026 Pont"])
    api.portal.set_registry_record(SATURDAY, True)
    calendar = legal_calendar()
    assert calendar.is_holiday(date(2031, 9, 27))
    assert not calendar.is_working_day(date(2026, 1, 2))
    assert calendar.is_working_day(date(2026, 11, 28))


def test_wrong_day_imported_in_the_registry_is_left_out_and_logged(portal, caplog):
    api.portal.set_registry_record(LOCAL_DAYS, ["31/02 Carnaval", "27/09 Fête"])
    assert legal_calendar().is_holiday(date(2031, 9, 27))
    assert "31/02 Carnaval" in caplog.text


def test_page_saves_the_days(manager):
    panel(manager, local_days="27/09 Fête\n15/11 Fête du Roi", saturday_counts=[])
    assert api.portal.get_registry_record(LOCAL_DAYS) == [
        "27/09 Fête",
        "15/11 Fête du Roi",
    ]


def test_page_refuses_a_wrong_day_and_says_how_to_write_it(manager):
    view = panel(manager, local_days="Carnaval", saturday_counts=[])
    assert "Rien n'a été enregistré" in view.form_instance.status
    html = view.render()
    assert "27/09 Fête de la Communauté" in html
    assert api.portal.get_registry_record(LOCAL_DAYS) == []


def test_page_lists_the_days_off_of_two_years(manager):
    html = panel(manager).render()
    assert "Lundi de Pentecôte" in html
    assert html.count("Fête nationale") == 2


@pytest.mark.parametrize("role, allowed", [("Member", False), ("Manager", True)])
def test_page_is_for_those_who_answer_for_the_commune(portal, role, allowed):
    setRoles(portal, TEST_USER_ID, [role])
    permission = "imio.platform.core: Manage commune"
    assert api.user.has_permission(permission, obj=portal) is allowed


def test_g8_term_is_open_until_the_end_of_its_last_day():
    limit = date(2026, 3, 11)
    assert not is_over(limit, datetime(2026, 3, 11, 23, 59, tzinfo=BRUSSELS))
    assert is_over(limit, datetime(2026, 3, 12, 0, 0, tzinfo=BRUSSELS))


def test_day_of_the_change_to_summer_time_ends_at_midnight_in_brussels():
    assert end_of(date(2026, 3, 29)).isoformat() == "2026-03-30T00:00:00+02:00"

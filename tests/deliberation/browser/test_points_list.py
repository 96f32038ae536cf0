"""@@points: each one's lists of points, counted without showing what is hidden."""

from imio.platform.core.organisation import membership
from imio.platform.deliberation.content.advice import advices_of
from imio.platform.deliberation.workflow import advices
from plone import api
from Products.ZCatalog.CatalogBrains import AbstractCatalogBrain
from tests.core.organisation.builders import account
from tests.core.organisation.builders import service
from tests.deliberation import builders
from zExceptions import Unauthorized
import pytest


@pytest.fixture
def hall(portal):
    made = builders.town_hall(portal)
    root = next(
        one
        for one in portal.objectValues("Dexterity Container")
        if one.portal_type == "Organisation"
    )
    made.services["Urbanisme"] = service(root, "Urbanisme").UID()
    account("urbaniste")
    membership.grant(made.services["Urbanisme"], "adviser", "urbaniste")
    return made


def page(hall, http_request, user, body=None, **form):
    """The dashboard as ``user`` gets it; the caller stays that user."""
    builders.forget_roles()
    request = http_request.clone()
    request.form.update(form)
    body = body if body is not None else hall.college
    return api.content.get_view("points", body, request)


def counted(hall, http_request, user) -> dict[str, int]:
    with api.env.adopt_user(username=user):
        view = page(hall, http_request, user)
        return {one.name: one.number for one in view.drawing.ready_links()}


def titles(hall, http_request, user, **form) -> set[str]:
    with api.env.adopt_user(username=user):
        view = page(hall, http_request, user, **form)
        return {brain.Title for brain in view.brains()}


def ask(hall, item, title="Urbanisme"):
    with api.env.adopt_roles(["Manager"]):
        advices.ask(item, hall.services[title])
    return advices_of(item)[-1]


def test_m_each_role_has_its_lists(hall, http_request):
    assert list(counted(hall, http_request, "chef-travaux")) == [
        "Mes points",
        "Points de mes services",
        "À valider",
        "À donner un avis",
        "Retournés",
        "Validés en attente de séance",
        "Décisions à suivre",
    ]
    assert list(counted(hall, http_request, "urbaniste")) == ["À donner un avis"]
    assert "À valider" not in counted(hall, http_request, "agent-travaux")


def test_m_a_point_to_validate_is_counted_for_who_holds_its_level(hall, http_request):
    builders.play(builders.item(hall, title="Trottoir"), "submit")
    assert counted(hall, http_request, "chef-travaux")["À valider"] == 1
    assert titles(hall, http_request, "chef-travaux", list="validate") == {"Trottoir"}
    assert counted(hall, http_request, "chef-population")["À valider"] == 0
    assert titles(hall, http_request, "chef-population", list="validate") == set()


def test_m_another_service_neither_lists_nor_counts_a_draft(hall, http_request):
    builders.item(hall, title="Trottoir")
    assert counted(hall, http_request, "chef-travaux")["Points de mes services"] == 1
    for user in ("agent-population", "secretaire", "echevin"):
        assert titles(hall, http_request, user) == set()
        assert set(counted(hall, http_request, user).values()) <= {0}


def test_m_a_closed_point_is_neither_counted_nor_offered_elsewhere(hall, http_request):
    builders.held(hall, titles=("Sanction",), privacy="closed")
    with api.env.adopt_user(username="agent-population"):
        view = page(hall, http_request, "agent-population")
        assert view.number == 0
        assert [box for box in view.drawing.facet_boxes if box.choices] == []
    assert titles(hall, http_request, "chef-travaux") == {"Sanction"}
    assert counted(hall, http_request, "chef-travaux")["Décisions à suivre"] == 1


def test_m_an_advice_waits_for_its_service_until_it_is_given(hall, http_request):
    item = builders.item(hall, title="Lotissement")
    advice = ask(hall, item)
    assert counted(hall, http_request, "urbaniste") == {"À donner un avis": 1}
    assert titles(hall, http_request, "urbaniste", list="advise") == {"Lotissement"}
    assert counted(hall, http_request, "chef-population")["À donner un avis"] == 0
    advice.opinion = "favorable"
    builders.play(advice, "give")
    assert counted(hall, http_request, "urbaniste") == {"À donner un avis": 0}


def test_m_the_secretariat_counts_what_waits_for_a_meeting(hall, http_request):
    builders.validated(hall, title="Trottoir")
    found = counted(hall, http_request, "secretaire")
    assert found["Validés en attente de séance"] == 1
    found = counted(hall, http_request, "chef-travaux")
    assert found["Validés en attente de séance"] == 1
    found = counted(hall, http_request, "chef-population")
    assert found["Validés en attente de séance"] == 0


def test_m_facets_narrow_a_ready_list(hall, http_request):
    builders.validated(hall, title="Trottoir")
    builders.validated(hall, title="Budget", kind="information")
    form = {"list": "waiting", "f.kind": ["information"]}
    assert titles(hall, http_request, "secretaire", **form) == {"Budget"}
    form = {"list": "waiting", "f.state": ["draft"]}
    assert titles(hall, http_request, "secretaire", **form) == set()


def test_m_points_are_found_by_year_and_meeting(hall, http_request):
    meeting = builders.held(hall, titles=("Trottoir",))
    builders.validated(hall, title="Plus tard")
    year = str(meeting.date.year)
    for form in ({"f.year": [year]}, {"f.meeting": [meeting.UID()]}):
        assert titles(hall, http_request, "secretaire", **form) == {"Trottoir"}
    assert titles(hall, http_request, "secretaire", **{"f.year": ["1999"]}) == set()


def test_m_lines_and_csv_are_read_from_the_catalog(hall, http_request):
    builders.held(hall, titles=("Trottoir",))
    with api.env.adopt_user(username="secretaire"):
        view = page(hall, http_request, "secretaire", format="csv")
        exported = view()
    text = exported.decode("utf-8") if isinstance(exported, bytes) else exported
    assert "Trottoir" in text and "Travaux" in text
    with api.env.adopt_user(username="secretaire"):
        [brain] = page(hall, http_request, "secretaire").brains()
    assert brain.item_kind == "decision"
    assert brain.item_privacy == "public"


@pytest.mark.parametrize("user", [None, "citoyen"])
def test_m_the_list_is_not_for_visitors(hall, http_request, user):
    builders.held(hall, titles=("Trottoir",))
    with pytest.raises(Unauthorized):
        if user is None:
            from plone.app.testing import logout

            logout()
            page(hall, http_request, "")()
        else:
            with api.env.adopt_user(username=user):
                page(hall, http_request, user)()


def test_m_a_page_is_drawn_with_the_list_kept_in_its_filters(hall, http_request):
    builders.validated(hall, title="Trottoir")
    with api.env.adopt_user(username="secretaire"):
        html = page(hall, http_request, "secretaire", list="waiting")()
    assert "Validés en attente de séance" in html
    assert 'name="list"' in html
    assert "Trottoir" in html


def test_m_a_published_point_is_followed_by_the_services_that_work_on_it(
    hall, http_request
):
    builders.held(hall, titles=("Budget",), body=hall.council)
    for user, seen in (("chef-travaux", {"Budget"}), ("chef-population", set())):
        with api.env.adopt_user(username=user):
            view = page(hall, http_request, user, body=hall.council)
            public = api.content.find(context=hall.council, portal_type="AgendaItem")
            assert "Budget" in [brain.Title for brain in public]
            assert {brain.Title for brain in view.brains()} == seen


def test_m_a_holder_of_a_secretariat_level_sees_what_it_validates(hall, http_request):
    account("directrice")
    membership.grant(hall.services["Secrétariat"], "reviewer", "directrice")
    hall.college.levels = ["secretariat:reviewer"]
    builders.play(builders.item(hall, title="Trottoir"), "submit")
    assert counted(hall, http_request, "directrice")["À valider"] == 1


def test_m_no_point_is_woken_to_be_listed(hall, http_request, monkeypatch):
    builders.held(hall, titles=("Trottoir",))
    builders.validated(hall, title="Budget")
    woken = []

    def wake(brain):
        woken.append(brain.getPath())

    monkeypatch.setattr(AbstractCatalogBrain, "getObject", wake)
    with api.env.adopt_user(username="secretaire"):
        view = page(hall, http_request, "secretaire")
        assert len(view.drawing.rows()) == view.number == 2
        assert view.drawing.ready_links()
    assert woken == []

"""The councillor's space, as each kind of reader."""

from html import unescape
from imio.platform.deliberation.records.announced import answers
from imio.platform.deliberation.records.notebook import Notebook
from plone import api
from tests.deliberation import builders
from tests.deliberation.councillor.scene import CANARY
from tests.deliberation.councillor.scene import COUNCILLOR
from tests.deliberation.councillor.scene import CPAS
from tests.deliberation.councillor.scene import FORMER
from tests.deliberation.councillor.scene import scene as made_scene
from tests.deliberation.publishing import browser
from tests.deliberation.publishing import call
from tests.deliberation.publishing import is_refused
from tests.deliberation.publishing import status
from tests.deliberation.publishing import visit
import pytest
import transaction

SECRET = "Quidlabosse"


@pytest.fixture
def scene(functional, monkeypatch):
    # No mail leaves: the convocations are another test's.
    monkeypatch.setenv("IMIO_JOBS", "none")
    made = made_scene(functional["portal"])
    transaction.commit()
    return {"app": functional["app"], "portal": functional["portal"], **made}


@pytest.fixture
def space(scene):
    url = f"{scene['portal'].absolute_url()}/@@mon-espace-mandataire"
    return lambda user="": visit(scene["app"], url, user)


def words(page) -> str:
    """What the page says; markup writes accents as entities."""
    contents = page.contents
    return unescape(
        contents if isinstance(contents, str) else contents.decode("utf-8", "replace")
    )


def annotate(scene, item, text, user=COUNCILLOR):
    page = visit(scene["app"], f"{scene[item].absolute_url()}/@@dossier", user)
    page.getControl(name="note").value = text
    page.getControl(name="annotate").click()
    assert status(page) == 200
    transaction.begin()
    return page


def test_the_space_is_for_who_is_signed_in(scene, space):
    for page in ("mon-espace-mandataire", "mes-annotations"):
        url = f"{scene['portal'].absolute_url()}/@@{page}"
        assert is_refused(visit(scene["app"], url))
    page = space("citoyen")
    assert status(page) == 200
    assert "Aucun mandat en cours" in words(page)
    assert "@@dossier" not in words(page)


def test_the_account_menu_offers_it_to_members_alone(scene):
    url = scene["portal"].absolute_url()
    link = "@@mon-espace-mandataire"
    assert link in words(visit(scene["app"], url, COUNCILLOR))
    for user in ("", "citoyen", "secretaire", FORMER):
        assert link not in words(visit(scene["app"], url, user)), user


def test_each_member_sees_the_meetings_of_his_own_body_alone(scene, space):
    urls = {
        name: scene[name].absolute_url() for name in ("council", "college", "social")
    }
    seen = {COUNCILLOR: "council", "echevin": "college", CPAS: "social"}
    for user, own in seen.items():
        contents = words(space(user))
        for name, url in urls.items():
            assert (f"{url}/@@dossier" in contents) == (name == own), (user, name)
        assert "dans " in contents


def test_an_ended_mandate_sees_no_meeting(scene, space):
    page = space(FORMER)
    assert status(page) == 200
    assert "@@dossier" not in words(page)
    for suffix in ("@@dossier", "@@ma-presence"):
        url = f"{scene['council'].absolute_url()}/{suffix}"
        assert is_refused(visit(scene["app"], url, FORMER)), suffix
    closed = f"{scene['council_closed'].absolute_url()}/@@dossier"
    assert is_refused(visit(scene["app"], closed, FORMER))


def test_the_file_is_for_those_who_see_the_whole_agenda(scene):
    for name, right, wrong in (
        ("council", COUNCILLOR, ("echevin", CPAS)),
        ("college", "echevin", (COUNCILLOR, CPAS)),
        ("social", CPAS, (COUNCILLOR, "echevin")),
    ):
        for suffix in ("@@dossier", "@@ma-presence"):
            url = f"{scene[name].absolute_url()}/{suffix}"
            for user in ("", "citoyen", "agent-travaux", FORMER, *wrong):
                assert is_refused(visit(scene["app"], url, user)), (url, user)
        page = visit(scene["app"], f"{scene[name].absolute_url()}/@@dossier", right)
        assert status(page) == 200
        assert CANARY in words(page)
        for kind in ("public", "closed"):
            url = f"{scene[f'{name}_{kind}'].absolute_url()}/@@dossier"
            for user in ("", "citoyen", *wrong):
                assert is_refused(visit(scene["app"], url, user)), (url, user)
            assert "Décide" in words(visit(scene["app"], url, right))


def test_a_planned_meeting_is_not_yet_the_members(scene, space):
    later = builders.meeting(
        scene["hall"], builders.in_days(40), body=scene["hall"].council
    )
    transaction.commit()
    assert later.absolute_url() not in words(space(COUNCILLOR))


def test_reading_on_leads_from_point_to_point_and_is_counted(scene, space):
    page = visit(
        scene["app"], f"{scene['council'].absolute_url()}/@@dossier", COUNCILLOR
    )
    assert "0\n" in words(page) or "0 " in words(page)
    page.getLink("Trottinettes council").click()
    assert "Note Trottinettes council" in words(page)
    page.getControl("Marquer comme lu et passer au suivant").click()
    assert f"Note Cas {CANARY} council" in words(page)
    page.getControl("Marquer comme lu et revenir au dossier").click()
    assert page.url.endswith("@@dossier")
    assert words(page).count("deliberation-read") == 2
    page.getLink("Trottinettes council").click()
    page.getControl("Marquer comme à relire").click()
    page = visit(
        scene["app"], f"{scene['council'].absolute_url()}/@@dossier", COUNCILLOR
    )
    assert words(page).count("deliberation-read") == 1


def test_what_changed_since_the_last_visit_is_said(scene):
    url = f"{scene['council'].absolute_url()}/@@dossier"
    page = visit(scene["app"], url, COUNCILLOR)
    assert "deliberation-new" not in words(page)
    scene["council_public"].synthesis_note = builders.rich("Note revue")
    scene["council_public"].reindexObject()
    transaction.commit()
    page = visit(scene["app"], url, COUNCILLOR)
    assert words(page).count("Nouveau") == 1
    assert "depuis votre dernière visite" in words(page)


def test_an_annotation_is_kept_erased_and_bounded(scene):
    page = annotate(scene, "council_closed", f"Voter contre {SECRET}\nDeux lignes")
    assert SECRET in page.getControl(name="note").value
    page.getControl(name="note").value = "a" * 20_001
    page.getControl(name="annotate").click()
    assert status(page) == 400
    assert "20 000 caractères" in words(page)
    assert "a" * 20_001 in words(page)
    page = annotate(scene, "council_closed", "")
    assert "effacée" in words(page)
    assert Notebook(COUNCILLOR).notes() == []


def test_nobody_else_reads_an_annotation_on_any_channel(scene):
    annotate(scene, "council_public", f"Voter contre {SECRET}")
    site, meeting = scene["portal"].absolute_url(), scene["council"].absolute_url()
    item = scene["council_public"].absolute_url()
    with api.env.adopt_roles(["Manager"]):
        api.user.grant_roles("secretaire", roles=["Manager"])
        api.user.grant_roles("echevin", roles=["Site Administrator"])
    transaction.commit()
    pages = (
        f"{item}",
        f"{item}/@@dossier",
        f"{item}/@@historyview",
        f"{item}/manage_DAVget",
        f"{meeting}",
        f"{meeting}/@@dossier",
        f"{meeting}/@@presence",
        f"{meeting}/@@document?template=deliberation-convocation&format=odt",
        f"{site}/@@mes-annotations",
        f"{site}/@@mes-annotations?format=json",
        f"{site}/@@mes-annotations?user={COUNCILLOR}&userid={COUNCILLOR}",
        f"{site}/@@search?SearchableText={SECRET}",
        f"{site}/@@mon-espace-mandataire",
    )
    for user in ("", "citoyen", "secretaire", "echevin", FORMER, CPAS):
        for page in pages:
            contents = words(visit(scene["app"], page, user))
            assert f"contre {SECRET}" not in contents, (user, page)
        for url in (
            item,
            f"{item}?expand=*&fullobjects=1",
            f"{item}/@history",
            meeting,
            site,
            f"{site}/@users/{COUNCILLOR}",
            f"{site}/@search?SearchableText={SECRET}&metadata_fields=_all",
            f"{site}/@search?portal_type=AgendaItem&fullobjects=1",
        ):
            assert f"contre {SECRET}" not in str(call(url, user=user)), (user, url)


def test_annotations_are_exported_and_erased_by_their_author(scene):
    annotate(scene, "council_public", f"Voter contre {SECRET}")
    base = f"{scene['portal'].absolute_url()}/@@mes-annotations"
    page = visit(scene["app"], base, COUNCILLOR)
    assert SECRET in words(page)
    exported = visit(scene["app"], f"{base}?format=json", COUNCILLOR)
    assert exported.headers["Content-Type"].startswith("application/json")
    assert '"point": "Trottinettes council"' in words(exported)
    page.getControl(name="erase").click()
    assert status(page) == 400
    assert "définitif" in words(page)
    page.getControl(name="sure").value = ["1"]
    page.getControl(name="erase").click()
    assert "rien annoté" in words(page)
    transaction.begin()
    assert Notebook(COUNCILLOR).notes() == []


def test_after_the_mandate_one_still_takes_away_what_one_wrote(scene):
    Notebook(FORMER).keep(scene["council_closed"].UID(), f"Mon avis {SECRET}")
    transaction.commit()
    url = f"{scene['portal'].absolute_url()}/@@mes-annotations"
    page = visit(scene["app"], url, FORMER)
    assert SECRET in words(page)
    assert CANARY not in words(page)
    assert "ne vous est plus ouvert" in words(page)


def test_who_gets_the_name_of_a_removed_account_finds_nothing(scene):
    annotate(scene, "council_public", SECRET)
    with api.env.adopt_roles(["Manager"]):
        api.user.delete(username=COUNCILLOR)
    assert Notebook(COUNCILLOR).notes() == []


def test_a_member_announces_and_the_secretary_sees(scene, space):
    url = f"{scene['council'].absolute_url()}/@@ma-presence"
    page = visit(scene["app"], url, COUNCILLOR)
    page.getControl(name="answer").click()
    assert status(page) == 400
    assert "Choisissez une réponse" in words(page)
    page.getControl(name="status").value = ["excused"]
    page.getControl(name="remark").value = "Raison familiale"
    page.getControl(name="answer").click()
    assert page.url.endswith("@@dossier")
    assert "excuse" in words(page)
    said = visit(
        scene["app"], f"{scene['council'].absolute_url()}/@@presence", "secretaire"
    )
    assert "Raison familiale" in words(said)
    assert "Quorum non atteint" in words(said)
    assert "excuse" in words(space(COUNCILLOR))


def test_what_is_announced_is_told_to_members_of_no_other_kind(scene):
    url = f"{scene['council'].absolute_url()}/@@ma-presence"
    page = visit(scene["app"], url, COUNCILLOR)
    page.getControl(name="status").value = ["excused"]
    page.getControl(name="remark").value = SECRET
    page.getControl(name="answer").click()
    for user in ("", "citoyen", "agent-travaux", "echevin"):
        for suffix in ("", "/@@presence", "/@@dossier"):
            contents = words(
                visit(scene["app"], scene["council"].absolute_url() + suffix, user)
            )
            assert SECRET not in contents, (user, suffix)


def test_the_secretary_has_no_seat_to_announce(scene):
    url = f"{scene['council'].absolute_url()}/@@ma-presence"
    page = visit(scene["app"], url, "secretaire")
    assert status(page) == 200
    assert "aucun mandat" in words(page)


def test_once_it_has_begun_nothing_is_announced(scene):
    with builders.at(scene["council"].date):
        builders.play(scene["council"], "open")
    transaction.commit()
    url = f"{scene['council'].absolute_url()}/@@ma-presence"
    page = browser(scene["app"], COUNCILLOR)
    page.open(url)
    assert "entre la convocation et le début" in words(page)
    page.post(url, "status=present&answer=1")
    assert status(page) in (400, 403)
    transaction.begin()
    assert answers(scene["council"]) == {}


def test_the_mail_holds_the_link_that_answers_after_sign_in(scene):
    url = f"{scene['council'].absolute_url()}/@@ma-presence"
    page = visit(scene["app"], url)
    assert "login" in page.url
    assert "ma-presence" in page.url

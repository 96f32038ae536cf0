"""What tests of the web site start from."""

from imio.platform.website.content.home_templates import create_home
from imio.platform.website.start_content.pages import publish
from plone import api

OFFICE_HOURS = {
    "monday": {"spans": [["08:30", "12:00"], ["13:00", "16:00"]], "comment": ""},
    "tuesday": {"spans": [["08:30", "12:00"]], "comment": "Sur rendez-vous l'été"},
}

EDITOR = "emilie"
REVIEWER = "david"
STRANGER = "jean"
PASSWORD = "Mot-de-passe-de-test-1"


def make_people() -> None:
    """An editor, a reviewer, and somebody who only has an account."""
    for name in (EDITOR, REVIEWER, STRANGER):
        api.user.create(f"{name}@example.org", name, PASSWORD)
    api.group.add_user(groupname="webmasters", username=EDITOR)
    api.group.add_user(groupname="web-reviewers", username=REVIEWER)


def make_site(portal) -> None:
    """A section on line, an organisation with one service, and a home page."""
    with api.env.adopt_roles(["Manager"]):
        section = api.content.create(
            portal, "Folder", id="vivre", title="Vivre ici", description="La vie."
        )
        publish(section)
        make_service(portal)
        home = create_home(portal, "accueil", "town", "Accueil")
        publish(home)
        portal.setDefaultPage("accueil")


def make_service(portal, service_id="population", title="Population et état civil"):
    """A service with hours, on line."""
    organisation = portal.get("organisation") or api.content.create(
        portal, "Organisation", id="organisation", title="Administration"
    )
    service = api.content.create(
        organisation, "Service", id=service_id, title=title, description="Cartes."
    )
    service.phone = "083 21 00 00"
    service.email = "population@example.org"
    service.week = dict(OFFICE_HOURS)
    service.reindexObject()
    return service


def make_page(container, page_id="dechets", **options):
    """A draft of a page."""
    values = {
        "title": "Collecte des déchets",
        "description": "Jours de passage et consignes.",
        **options,
    }
    return api.content.create(container, "Document", id=page_id, **values)

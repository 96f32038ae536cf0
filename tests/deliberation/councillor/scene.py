"""A council and a college convoked, with accounts for every kind of reader."""

from datetime import date
from imio.platform.core import clock
from plone import api
from plone.dexterity.utils import createContentInContainer
from plone.namedfile.file import NamedBlobFile
from tests.core.organisation.builders import account
from tests.core.organisation.builders import mandate
from tests.core.organisation.builders import person
from tests.deliberation import builders

CANARY = "Zarbiflore"
#: In the town hall: "echevin" sits in the college.
COUNCILLOR = "conseillere"
FORMER = "ancienne"
CPAS = "cpas"


def scene(portal) -> dict:
    """A councillor, one whose mandate ended, one of the social action council."""
    hall = builders.town_hall(portal)
    root = portal["organisation"]
    yesterday = clock.today().fromordinal(clock.today().toordinal() - 1)
    for user_id, name, function, body, end in (
        (COUNCILLOR, "Rossi", "conseiller", "council", None),
        (FORMER, "Simon", "conseiller", "council", yesterday),
        (CPAS, "Thiry", "conseiller_cpas", "cpas_council", None),
    ):
        account(user_id)
        elected = person(root, "Anne", name, user_id=user_id)
        mandate(elected, function, date(2024, 12, 2), end, body=body, rank=20)
    with api.env.adopt_roles(["Manager"]):
        cpas = api.content.create(
            portal["deliberations"],
            "DeliberativeBody",
            "cpas",
            title="Conseil de l'action sociale",
            preset="cpas_council",
            secretariat=hall.services["Secrétariat"],
        )
    made = {"hall": hall}
    for name, body, days in (
        ("council", hall.council, 12),
        ("college", hall.college, 9),
        ("social", cpas, 11),
    ):
        meeting = builders.meeting(hall, builders.in_days(days), body=body)
        for title, privacy in (
            ("Trottinettes", "public"),
            (f"Cas {CANARY}", "closed"),
        ):
            item = builders.validated(
                hall,
                f"{title} {name}",
                body=body,
                privacy=privacy,
                synthesis_note=builders.rich(f"Note {title} {name}"),
                decision=builders.rich(f"Décide {title} {name}"),
            )
            builders.present(item, meeting)
            made[f"{name}_{privacy}"] = item
        builders.play(meeting, "prepare", "convene")
        made[name] = meeting
    return made


def annex(item, filename: str, data: bytes, **fields):
    with api.env.adopt_roles(["Manager"]):
        return createContentInContainer(
            item,
            "Annex",
            title=fields.pop("title", filename),
            category="document",
            file=NamedBlobFile(data, filename=filename),
            **fields,
        )

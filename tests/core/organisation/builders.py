"""Builders of an organisation for tests."""

from plone import api
from plone.dexterity.utils import createContentInContainer


def organisation(portal, id_="organisation"):
    with api.env.adopt_roles(["Manager"]):
        return api.content.create(
            portal, "Organisation", id=id_, title="Administration communale"
        )


def service(container, title):
    with api.env.adopt_roles(["Manager"]):
        return api.content.create(container, "Service", title=title)


def person(container, first_name, last_name, gender="F", **fields):
    with api.env.adopt_roles(["Manager"]):
        return createContentInContainer(
            container,
            "Person",
            first_name=first_name,
            last_name=last_name,
            gender=gender,
            **fields,
        )


def mandate(container, office, start, end=None, **fields):
    with api.env.adopt_roles(["Manager"]):
        return createContentInContainer(
            container, "Mandate", office=office, start=start, end=end, **fields
        )


def account(user_id, fullname="", roles=("Member",)):
    with api.env.adopt_roles(["Manager"]):
        return api.user.create(
            username=user_id,
            email=f"{user_id}@example.org",
            password="Commune-2026!",
            roles=roles,
            properties={"fullname": fullname or user_id},
        )

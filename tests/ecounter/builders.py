"""Short ways to write definitions in tests."""

from datetime import datetime
from imio.platform.core.clock import BRUSSELS
from imio.platform.ecounter.rules.facts import Facts
from imio.platform.ecounter.rules.reading import read_definition
from uuid import NAMESPACE_URL
from uuid import uuid5

SCHEMA = "https://imio.be/ns/ecounter/definition/1"
TUESDAY = datetime(2026, 11, 24, 10, 0, tzinfo=BRUSSELS)


def uid(name):
    return str(uuid5(NAMESPACE_URL, name))


def question(name, kind="text", **more):
    return {"id": uid(name), "kind": kind, "name": name, "title": name, **more}


def page(name, *fields, **more):
    return {
        "id": uid("page " + name),
        "name": name,
        "title": name,
        "fields": list(fields),
        **more,
    }


def source(*pages, **more):
    return {
        "schema": SCHEMA,
        "id": uid("definition"),
        "title": "Essai",
        "pages": list(pages),
        **more,
    }


def definition(*pages, **more):
    return read_definition(source(*pages, **more))


def facts(now=TUESDAY, **more):
    return Facts(now, **more)


def choices(*ids):
    return [{"id": each, "label": each} for each in ids]

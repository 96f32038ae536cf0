"""What the OParl 1.1 specification asks of an answer, written as checks."""

from datetime import date
from datetime import datetime
from imio.platform.deliberation.rules.oparl import REQUIRED
from imio.platform.deliberation.rules.oparl import REQUIRED_OF_ALL
from imio.platform.deliberation.rules.oparl import SCHEMA

#: Properties by type: those that hold the address of one object or list, of several,
#: an object, several objects, a text, a number, a yes or no, an instant, a day.
URL, URLS, OBJECT, OBJECTS = "url", "urls", "object", "objects"
TEXT, TEXTS, NUMBER, FLAG, INSTANT, DAY = "text", "texts", "number", "flag", "at", "day"
COMMON = {
    "id": URL,
    "type": URL,
    "created": INSTANT,
    "modified": INSTANT,
    "deleted": FLAG,
    "web": URL,
    "license": URL,
    "keyword": TEXTS,
}
PROPERTIES = {
    "System": {
        "oparlVersion": URL,
        "body": URL,
        "name": TEXT,
        "contactEmail": TEXT,
        "contactName": TEXT,
        "website": URL,
        "vendor": URL,
        "product": URL,
    },
    "Body": {
        "system": URL,
        "shortName": TEXT,
        "name": TEXT,
        "website": URL,
        "contactEmail": TEXT,
        "contactName": TEXT,
        "organization": URL,
        "person": URL,
        "meeting": URL,
        "paper": URL,
        "legislativeTerm": OBJECTS,
        "agendaItem": URL,
        "consultation": URL,
        "file": URL,
        "locationList": URL,
        "legislativeTermList": URL,
        "membership": URL,
        "classification": TEXT,
        "location": OBJECT,
    },
    "LegislativeTerm": {"body": URL, "name": TEXT, "startDate": DAY, "endDate": DAY},
    "Organization": {
        "body": URL,
        "name": TEXT,
        "shortName": TEXT,
        "membership": URLS,
        "meeting": URL,
        "consultation": URL,
        "organizationType": TEXT,
        "classification": TEXT,
        "startDate": DAY,
        "endDate": DAY,
        "website": URL,
        "location": OBJECT,
    },
    "Person": {
        "body": URL,
        "name": TEXT,
        "familyName": TEXT,
        "givenName": TEXT,
        "formOfAddress": TEXT,
        "title": TEXTS,
        "gender": TEXT,
        "phone": TEXTS,
        "email": TEXTS,
        "membership": OBJECTS,
    },
    "Membership": {
        "person": URL,
        "organization": URL,
        "role": TEXT,
        "votingRight": FLAG,
        "startDate": DAY,
        "endDate": DAY,
        "onBehalfOf": URL,
    },
    "Meeting": {
        "name": TEXT,
        "meetingState": TEXT,
        "cancelled": FLAG,
        "start": INSTANT,
        "end": INSTANT,
        "location": OBJECT,
        "organization": URLS,
        "participant": URLS,
        "invitation": OBJECT,
        "resultsProtocol": OBJECT,
        "verbatimProtocol": OBJECT,
        "auxiliaryFile": OBJECTS,
        "agendaItem": OBJECTS,
    },
    "AgendaItem": {
        "meeting": URL,
        "number": TEXT,
        "order": NUMBER,
        "name": TEXT,
        "public": FLAG,
        "consultation": URL,
        "result": TEXT,
        "resolutionText": TEXT,
        "resolutionFile": OBJECT,
        "auxiliaryFile": OBJECTS,
        "start": INSTANT,
        "end": INSTANT,
    },
    "Paper": {
        "body": URL,
        "name": TEXT,
        "reference": TEXT,
        "date": DAY,
        "paperType": TEXT,
        "relatedPaper": URLS,
        "mainFile": OBJECT,
        "auxiliaryFile": OBJECTS,
        "location": OBJECTS,
        "originatorPerson": URLS,
        "originatorOrganization": URLS,
        "underDirectionOf": URLS,
        "consultation": OBJECTS,
    },
    "Consultation": {
        "paper": URL,
        "agendaItem": URL,
        "meeting": URL,
        "organization": URLS,
        "authoritative": FLAG,
        "role": TEXT,
    },
    "File": {
        "name": TEXT,
        "fileName": TEXT,
        "mimeType": TEXT,
        "date": DAY,
        "size": NUMBER,
        "sha512Checksum": TEXT,
        "text": TEXT,
        "accessUrl": URL,
        "downloadUrl": URL,
        "meeting": URLS,
        "agendaItem": URLS,
        "paper": URLS,
    },
    "Location": {
        "description": TEXT,
        "streetAddress": TEXT,
        "postalCode": TEXT,
        "locality": TEXT,
        "bodies": URLS,
        "organization": URLS,
        "meeting": URLS,
        "paper": URLS,
    },
}


def check(found: dict, prefix: str, references: set[str]) -> None:
    """An object is what its type allows, and so are those within it.

    :param references: filled with the addresses of this interface that it names.
    """
    name = found["type"].removeprefix(SCHEMA)
    assert name in PROPERTIES, found["type"]
    required = REQUIRED_OF_ALL
    if not found.get("deleted"):
        required += REQUIRED.get(name, ())
    for one in required:
        assert one in found, (name, one, found)
    known = {**COMMON, **PROPERTIES[name]}
    for key, value in found.items():
        assert key in known, f"{name}.{key} is not in the specification"
        assert value not in (None, [], ""), (name, key)
        _check_value(known[key], value, (name, key), prefix, references)


def _check_value(kind: str, value, where: tuple, prefix: str, references) -> None:
    if kind in (URLS, TEXTS, OBJECTS):
        assert isinstance(value, list), where
        single = {URLS: URL, TEXTS: TEXT, OBJECTS: OBJECT}[kind]
        for one in value:
            _check_value(single, one, where, prefix, references)
    elif kind == URL:
        assert value.startswith(("http://", "https://")), (where, value)
        if value.startswith(prefix):
            references.add(value)
    elif kind == OBJECT:
        check(value, prefix, references)
    elif kind == INSTANT:
        assert datetime.fromisoformat(value).tzinfo is not None, (where, value)
    elif kind == DAY:
        date.fromisoformat(value)
    else:
        expected = {TEXT: str, NUMBER: int, FLAG: bool}[kind]
        assert type(value) is expected, (where, value)


def check_list(found: dict) -> None:
    """A page of a list."""
    assert set(found) <= {"data", "pagination", "links", "web"}
    assert isinstance(found["data"], list)
    numbers = found["pagination"]
    if numbers["currentPage"] < numbers["totalPages"]:
        assert found["links"]["next"]
    else:
        assert "next" not in found["links"]

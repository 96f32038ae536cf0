"""A procedure as other catalogues read it: CPSV-AP 3.2.0, in JSON-LD.

CPSV-AP asks of a public service exactly one identifier, and at least one name, one
description and one competent authority, which has a label and a place; of a
requirement, an output, a channel or a cost, an identifier; of the first two, a name.
"""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

CONTEXT: Mapping[str, str] = {
    "adms": "http://www.w3.org/ns/adms#",
    "cpsv": "http://purl.org/vocab/cpsv#",
    "cv": "http://data.europa.eu/m8g/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
FRENCH = "http://publications.europa.eu/resource/authority/language/FRA"
BELGIUM = "http://publications.europa.eu/resource/authority/country/BEL"


@dataclass(frozen=True)
class Authority:
    """The commune: its address on the web, its name and its INS code."""

    url: str
    name: str
    ins_code: str = ""


@dataclass(frozen=True)
class Sheet:
    """What a procedure's sheet tells."""

    uid: str
    url: str
    title: str
    description: str
    keywords: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    result: str = ""
    cost: str = ""
    is_open: bool = True


def catalogue(authority: Authority, sheets: Iterable[Sheet]) -> dict[str, Any]:
    """The public services of the commune, as one graph."""
    organisation = _organisation(authority)
    services = [public_service(authority, sheet) for sheet in sheets]
    return {"@context": dict(CONTEXT), "@graph": [organisation, *services]}


def public_service(authority: Authority, sheet: Sheet) -> dict[str, Any]:
    """One public service, without the context."""
    found: dict[str, Any] = {
        "@id": sheet.url,
        "@type": "cpsv:PublicService",
        "dct:identifier": sheet.uid,
        "dct:title": _french(sheet.title),
        "dct:description": _french(sheet.description or sheet.title),
        "dct:language": {"@id": FRENCH},
        "cv:hasCompetentAuthority": {"@id": _authority_id(authority)},
        "foaf:page": {"@id": sheet.url},
    }
    if sheet.keywords:
        found["dcat:keyword"] = [_french(word) for word in sheet.keywords]
    if sheet.needs:
        found["cv:holdsRequirement"] = [
            _named(sheet, "cv:Requirement", f"exigence-{number}", need)
            for number, need in enumerate(sheet.needs, start=1)
        ]
    if sheet.result:
        found["cpsv:produces"] = _named(sheet, "cv:Output", "resultat", sheet.result)
    if sheet.cost:
        found["cv:hasCost"] = {
            **_part(sheet, "cv:Cost", "cout"),
            "dct:description": _french(sheet.cost),
        }
    if sheet.is_open:
        found["cv:hasChannel"] = {
            **_part(sheet, "cv:Channel", "en-ligne"),
            "foaf:page": {"@id": f"{sheet.url}/commencer"},
        }
    return found


def _organisation(authority: Authority) -> dict[str, Any]:
    return {
        "@id": _authority_id(authority),
        "@type": "cv:PublicOrganisation",
        "dct:identifier": authority.ins_code or authority.url,
        "skos:prefLabel": _french(authority.name),
        "dct:spatial": {"@id": BELGIUM},
        "foaf:homepage": {"@id": authority.url},
    }


def _authority_id(authority: Authority) -> str:
    return f"{authority.url}#commune"


def _part(sheet: Sheet, kind: str, name: str) -> dict[str, Any]:
    return {
        "@id": f"{sheet.url}#{name}",
        "@type": kind,
        "dct:identifier": f"{sheet.uid}-{name}",
    }


def _named(sheet: Sheet, kind: str, name: str, title: str) -> dict[str, Any]:
    return {**_part(sheet, kind, name), "dct:title": _french(title)}


def _french(text: str) -> dict[str, str]:
    return {"@value": text, "@language": "fr"}

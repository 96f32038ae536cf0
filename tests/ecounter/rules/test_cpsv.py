"""A procedure as other catalogues read it."""

from hypothesis import given
from hypothesis import strategies as st
from imio.platform.ecounter.rules.cpsv import Authority
from imio.platform.ecounter.rules.cpsv import catalogue
from imio.platform.ecounter.rules.cpsv import CONTEXT
from imio.platform.ecounter.rules.cpsv import Sheet
import json

COMMUNE = Authority("https://hautes-rives.example", "Hautes-Rives", "84999")
TEXTS = st.text(min_size=1, max_size=30)
SHEETS = st.builds(
    Sheet,
    uid=TEXTS,
    url=st.just("https://hautes-rives.example/guichet/acte"),
    title=TEXTS,
    description=st.text(max_size=30),
    needs=st.lists(TEXTS, max_size=3).map(tuple),
    result=st.text(max_size=30),
    cost=st.text(max_size=30),
    is_open=st.booleans(),
)


def nodes(value):
    """Every node of the graph."""
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        for each in value.values():
            yield from nodes(each)
    elif isinstance(value, list):
        for each in value:
            yield from nodes(each)


@given(st.lists(SHEETS, max_size=3))
def test_a16_every_node_has_what_cpsv_ap_asks_of_it(sheets):
    graph = json.loads(json.dumps(catalogue(COMMUNE, sheets)))
    organisation = graph["@graph"][0]
    assert organisation["skos:prefLabel"]["@value"] == "Hautes-Rives"
    assert organisation["dct:spatial"]["@id"].startswith("http://publications.europa")
    services = graph["@graph"][1:]
    assert len(services) == len(sheets)
    for service in services:
        assert isinstance(service["dct:identifier"], str) and service["dct:identifier"]
        assert service["dct:title"]["@value"]
        assert service["dct:description"]["@value"]
        assert service["cv:hasCompetentAuthority"]["@id"] == organisation["@id"]
    for node in nodes(graph["@graph"]):
        assert node["dct:identifier"]
        if node["@type"] in ("cv:Requirement", "cv:Output"):
            assert node["dct:title"]["@value"]


@given(SHEETS)
def test_a16_every_prefix_is_declared(sheet):
    def prefixes(value):
        if isinstance(value, dict):
            for name, each in value.items():
                if not name.startswith("@"):
                    yield name.partition(":")[0]
                if name == "@type":
                    yield each.partition(":")[0]
                yield from prefixes(each)
        elif isinstance(value, list):
            for each in value:
                yield from prefixes(each)

    assert set(prefixes(catalogue(COMMUNE, [sheet])["@graph"])) <= set(CONTEXT)

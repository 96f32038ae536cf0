"""References of points: a closed language, and one reference for one point."""

from hypothesis import given
from hypothesis import strategies as st
from imio.platform.core.rules.reference import InvalidReferenceFormat
from imio.platform.deliberation.rules.references import check
from imio.platform.deliberation.rules.references import DEFAULT
from imio.platform.deliberation.rules.references import Numbered
from imio.platform.deliberation.rules.references import reference
import pytest

OPEN = Numbered(2026, 5, "3", "conseil")
CLOSED = Numbered(2026, 5, "3.1", "conseil", is_closed=True, category="2.07")


@pytest.mark.parametrize(
    ("text", "of", "expected"),
    [
        (DEFAULT, OPEN, "CONSEIL/2026/05/3"),
        ("{annee}/{seance}/{point}", CLOSED, "2026/5/3.1"),
        ("CC {annee}-{seance:03}-{point:02}", CLOSED, "CC 2026-005-03.1"),
        ("{annee}/{seance}/{huis_clos}/{point}", OPEN, "2026/5/3"),
        ("{annee}/{seance}/{huis_clos}/{point}", CLOSED, "2026/5/HC/3.1"),
        ("{categorie}/{annee}/{seance}/{point}", OPEN, "2026/5/3"),
        ("{annee}/{seance}/{point} ({categorie})", OPEN, "2026/5/3"),
        ("{annee}/{seance}/{point} ({categorie})", CLOSED, "2026/5/3.1 (2.07)"),
        ("{annee}/{seance}/{point}{huis_clos}", CLOSED, "2026/5/3.1HC"),
    ],
)
def test_a_reference_is_what_its_format_says(text, of, expected):
    check(text)
    assert reference(text, of) == expected


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Le format est vide"),
        ("   ", "Le format est vide"),
        ("{annee}/{seance}/{point}/{anne}", "« {anne} » n'existe pas"),
        ("{année}/{seance}/{point}", "« {année} » n'existe pas"),
        ("{}/{annee}/{seance}/{point}", "« {} » n'existe pas"),
        ("{here.Title}/{seance}/{point}", "« {here.Title} » n'existe pas"),
        ("{annee}/{seance}", "Ajoutez {point}"),
        ("{point}", "Ajoutez {annee}, {seance}"),
        ("{annee:04}/{seance}/{point}", "seuls {seance}, {point}"),
        ("{annee}/{seance:2}/{point}", "n'est plus compris à partir de « {seance:2}"),
        ("{annee}/{seance}/{point", "n'est plus compris à partir de « {point »"),
        ("{annee}/{seance}/{point}<b>", "Le caractère « < »"),
        ("{annee}/{seance}{point}", "Séparez {seance} et {point}"),
        ("{annee}/{seance}1{point}", "Séparez {seance} et {point}"),
        ("{annee}/{seance}{huis_clos}{point}", "Séparez {seance} et {point}"),
        ("{annee}/{seance}/{point}" + "x" * 100, "trop long"),
    ],
)
def test_a_wrong_format_says_what_to_write(text, said):
    with pytest.raises(InvalidReferenceFormat) as found:
        check(text)
    assert said in str(found.value)


numbered = st.builds(
    Numbered,
    year=st.integers(2020, 2099),
    meeting=st.integers(1, 200),
    point=st.one_of(
        st.integers(1, 200).map(str),
        st.tuples(st.integers(1, 50), st.integers(1, 20)).map(
            lambda two: f"{two[0]}.{two[1]}"
        ),
    ),
    body=st.just("conseil"),
    is_closed=st.booleans(),
    category=st.sampled_from(["", "1", "2.07", "A/3"]),
)
FORMATS = (
    DEFAULT,
    "{annee}-{seance}.{point}",
    "{point}.{seance}/{annee}",
    "{annee}/{seance}/{huis_clos}/{categorie}/{point}",
    "{categorie}/{annee}/{huis_clos}{seance:03}-{point:02}",
)


@given(st.sampled_from(FORMATS), numbered, numbered)
def test_two_points_never_have_the_same_reference(text, one, other):
    check(text)
    key = (one.year, one.meeting, one.point)
    if key != (other.year, other.meeting, other.point):
        assert reference(text, one) != reference(text, other)

"""Who signs."""

from datetime import date
from imio.platform.deliberation.rules.signatories import check_delegation
from imio.platform.deliberation.rules.signatories import Delegation
from imio.platform.deliberation.rules.signatories import delegation_for
from imio.platform.deliberation.rules.signatories import of
from imio.platform.deliberation.rules.signatories import Office
from imio.platform.deliberation.rules.signatories import Paper
from imio.platform.deliberation.rules.signatories import signatory
from imio.platform.deliberation.rules.signatories import Signature
from imio.platform.deliberation.rules.signatories import signature
from imio.platform.deliberation.rules.violations import RuleViolation
import pytest

MAYOR = Office("m", "Anne Dupont", "Bourgmestre", role="chair")
ACTING = Office("a", "Luc Petit", "Bourgmestre f.f.", role="chair", is_acting=True)


def test_the_titular_signs():
    assert signatory([MAYOR], "chair") is MAYOR


def test_the_acting_holder_signs_where_the_titular_is_away():
    away = Office("m", "Anne Dupont", "Bourgmestre", role="chair", is_present=False)
    assert signatory([away, ACTING], "chair") is ACTING
    assert signatory([MAYOR, ACTING], "chair") is ACTING


def test_nobody_holds_the_role():
    assert signatory([MAYOR], "secretary") is None


def delegation(**values):
    given = {
        "number": 1,
        "function": "bourgmestre",
        "delegator": "Claire Lambert",
        "delegate": "Samira El Amrani",
        "title": "L'Échevine",
        "written_on": date(2026, 1, 5),
        "start": date(2026, 1, 10),
        "papers": ("copy",),
    }
    return Delegation(**{**given, **values})


CLAIRE = Office("m", "Claire Lambert", "Bourgmestre", signs_as="La Bourgmestre")


@pytest.mark.parametrize(
    ("day", "paper", "signs"),
    [
        (date(2026, 1, 9), Paper.COPY, False),
        (date(2026, 1, 10), Paper.COPY, True),
        (date(2026, 3, 1), Paper.NOTICE, False),
        (date(2026, 6, 30), Paper.COPY, True),
        (date(2026, 7, 1), Paper.COPY, False),
    ],
)
def test_a_delegation_signs_what_it_covers_on_its_days(day, paper, signs):
    given = [delegation(end=date(2026, 6, 30))]
    found = delegation_for(given, "bourgmestre", paper, day)
    assert (found is not None) is signs


def test_the_delegation_is_said_before_the_signature():
    assert signature(CLAIRE, delegation()) == Signature(
        "L'Échevine", "Samira El Amrani", "Par délégation de la Bourgmestre,"
    )
    assert signature(CLAIRE) == Signature("La Bourgmestre", "Claire Lambert")


def test_the_latest_delegation_signs():
    given = [delegation(), delegation(number=2, start=date(2026, 2, 1), delegate="Luc")]
    found = delegation_for(given, "bourgmestre", Paper.COPY, date(2026, 3, 1))
    assert found.delegate == "Luc"


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"written_on": date(2026, 1, 11)}, "written_on"),
        ({"end": date(2026, 1, 9)}, "end"),
        ({"papers": ()}, "papers"),
    ],
)
def test_a_delegation_is_written_first_and_covers_something(values, field):
    with pytest.raises(RuleViolation) as refusal:
        check_delegation(delegation(**values))
    assert refusal.value.field == field


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Le Bourgmestre f.f.", "du Bourgmestre f.f."),
        ("La Directrice générale", "de la Directrice générale"),
        ("L'Échevine", "de l'Échevine"),
    ],
)
def test_a_title_after_of(title, words):
    assert of(title) == words

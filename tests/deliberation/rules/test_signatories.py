"""Who signs."""

from imio.platform.deliberation.rules.signatories import Office
from imio.platform.deliberation.rules.signatories import signatory

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

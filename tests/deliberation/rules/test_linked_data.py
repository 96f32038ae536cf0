"""Data for search engines."""

from datetime import date
from hypothesis import given
from hypothesis import strategies as st
from imio.platform.deliberation.rules.linked_data import legislation
from imio.platform.deliberation.rules.linked_data import organization
from imio.platform.deliberation.rules.linked_data import script
import json


def test_a_regulation_says_whether_it_binds():
    council = organization("Conseil", "https://c.be/conseil")
    found = legislation(
        "Marché", "https://c.be/1", "Règlement", council, date(2026, 6, 22), None, True
    )
    assert found["legislationLegalForce"] == "https://schema.org/InForce"
    assert found["legislationDate"] == "2026-06-22"
    assert "abstract" not in found


@given(st.text())
def test_no_text_closes_the_script(text):
    made = script({"name": f"</script>{text}"})
    assert "<" not in made
    assert json.loads(made)["name"] == f"</script>{text}"

"""Services on what follows a meeting, by role."""

from tests.deliberation import builders
from tests.deliberation.publishing import call
import pytest
import transaction


@pytest.fixture
def hall(functional):
    return builders.town_hall(functional["portal"])


def test_the_supervision_is_read_and_written_by_the_secretariat(hall):
    meeting = builders.held(hall, ("Budget",), hall.council)
    item = builders.items(meeting)[0]
    transaction.commit()
    url = f"{item.absolute_url()}/@supervision"
    sent = meeting.date.date().isoformat()
    for user in ("", "citoyen", "agent-travaux", "echevin"):
        assert call(url, "PATCH", {"regime": "approval"}, user)[0] in (401, 403)
        assert call(f"{hall.council.absolute_url()}/@supervisions", user=user)[0] in (
            401,
            403,
        )
    code, answer = call(url, "PATCH", {"regime": "approval", "days": "x"}, "secretaire")
    assert code == 400 and answer["error"]["field"] == "days"
    code, answer = call(url, "PATCH", {"regime": "nothing"}, "secretaire")
    assert code == 400 and answer["error"]["field"] == "regime"
    code, answer = call(
        url, "PATCH", {"regime": "approval", "sent_on": sent}, "secretaire"
    )
    assert code == 200 and answer["stage"] == "sent"
    code, answer = call(url, "PATCH", {"received_on": sent}, "secretaire")
    assert code == 200 and answer["deadline"] and answer["sent_on"] == sent
    code, answer = call(
        f"{hall.council.absolute_url()}/@supervisions", user="secretaire"
    )
    assert code == 200 and [one["title"] for one in answer["items"]] == ["Budget"]


def test_a_copy_is_given_out_by_the_secretariat(hall):
    meeting = builders.approved(hall)
    item = builders.items(meeting)[0]
    transaction.commit()
    url = f"{item.absolute_url()}/@certified-copies"
    for user in ("", "citoyen", "agent-travaux", "echevin"):
        assert call(url, "POST", {"recipient": "X"}, user)[0] in (401, 403)
        assert call(url, user=user)[0] in (401, 403)
    code, answer = call(url, "POST", {"recipient": " "}, "secretaire")
    assert code == 400 and answer["error"]["field"] == "recipient"
    code, answer = call(url, "POST", {"recipient": "Madame Dupont"}, "secretaire")
    assert code == 201 and answer["reference"].startswith("CC ")
    code, answer = call(url, user="secretaire")
    assert [one["recipient"] for one in answer["items"]] == ["Madame Dupont"]
    code, answer = call(f"{meeting.absolute_url()}/@corrections", user="secretaire")
    assert code == 200 and answer["items"] == []
    assert call(f"{meeting.absolute_url()}/@corrections", user="citoyen")[0] in (
        401,
        403,
    )

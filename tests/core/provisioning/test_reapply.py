"""Applying a commune's profile again keeps what the commune changed."""

from imio.platform.core.provisioning.reapply import records_to_keep


def test_a_value_changed_by_the_commune_is_kept():
    kept = records_to_keep(
        before={"slogan": "Chez nous"},
        after={"slogan": "Bienvenue"},
        last={"slogan": "Bienvenue"},
    )
    assert kept == {"slogan": "Chez nous"}


def test_a_value_left_alone_follows_the_profile():
    kept = records_to_keep(
        before={"slogan": "Bienvenue"},
        after={"slogan": "Bienvenue à tous"},
        last={"slogan": "Bienvenue"},
    )
    assert kept == {}


def test_the_first_time_the_profile_decides():
    assert records_to_keep({"slogan": None}, {"slogan": "Bienvenue"}, {}) == {}

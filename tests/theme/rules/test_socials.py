from imio.platform.theme.rules.socials import network
import pytest


@pytest.mark.parametrize(
    ("address", "title", "icon"),
    [
        ("https://www.facebook.com/commune", "Facebook", "facebook"),
        ("https://fr-fr.facebook.com/commune", "Facebook", "facebook"),
        ("https://notfacebook.com/x", "notfacebook.com", "globe"),
        ("https://social.commune.be/@x", "social.commune.be", "globe"),
    ],
)
def test_the_network_is_known_by_its_host(address, title, icon):
    found = network(address)
    assert (found["title"], found["icon"]) == (title, icon)

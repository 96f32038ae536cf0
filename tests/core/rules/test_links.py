from imio.platform.core.rules.links import LinkError
from imio.platform.core.rules.links import parsed_link
from imio.platform.core.rules.links import parsed_links
import pytest


def test_a_path_leads_into_the_site():
    link = parsed_link(" Guichet en ligne | /guichet ")
    assert link.title == "Guichet en ligne"
    assert link.url("https://www.hautes-rives.be") == (
        "https://www.hautes-rives.be/guichet"
    )


def test_an_absolute_address_is_kept():
    link = parsed_link("Wallex | https://wallex.wallonie.be/")
    assert link.url("https://x.be") == "https://wallex.wallonie.be/"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("/guichet", "label"),
        ("Guichet |", "label"),
        ("Guichet | guichet", "address"),
        ("Guichet | //ailleurs.be", "address"),
        ("Guichet | javascript:alert(1)", "address"),
        ("Guichet | https://", "address"),
        ("Guichet | /a b", "address"),
    ],
)
def test_what_is_no_link_is_refused_with_a_reason(line, reason):
    with pytest.raises(LinkError) as refusal:
        parsed_link(line)
    assert refusal.value.reason == reason


def test_a_wrong_line_does_not_hide_the_others():
    assert [link.title for link in parsed_links(["x", "A | /a", ""])] == ["A"]


def test_no_lines_are_no_links():
    assert parsed_links(None) == []

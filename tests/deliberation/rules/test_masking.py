"""G20: marked words never leave; what looks personal is listed."""

from hypothesis import example
from hypothesis import given
from hypothesis import strategies as st
from imio.platform.deliberation.rules.masking import has_marks
from imio.platform.deliberation.rules.masking import MASK_CLASS
from imio.platform.deliberation.rules.masking import masked
from imio.platform.deliberation.rules.masking import PLACEHOLDER
from imio.platform.deliberation.rules.masking import unmarked_text
from imio.platform.deliberation.rules.personal_data import fragments
from imio.platform.deliberation.rules.personal_data import Kind
import pytest


def marked(words: str) -> str:
    return f'<span class="{MASK_CLASS}">{words}</span>'


def test_g20_two_people_leave_two_placeholders_and_no_name():
    html = f"<p>Entre {marked('Jean Dupont')} et {marked('Marie Durand')}.</p>"
    assert masked(html) == f"<p>Entre {PLACEHOLDER} et {PLACEHOLDER}.</p>"


@pytest.mark.parametrize(
    "html",
    [
        marked("<strong>Jean</strong> <span>Dupont</span>"),
        f'<span class="autre {MASK_CLASS}" title="Dupont">Jean</span>',
        f"<span title='Dupont' class='{MASK_CLASS}'>Jean</span>",
        f'<SPAN CLASS="{MASK_CLASS}">Jean Dupont</SPAN>',
        f'<span class="{MASK_CLASS}">Jean Dupont',
        f'<span class="{MASK_CLASS}">Jean<p>Dupont</p>',
        marked("Jean &amp; Dupont<br/><img alt='Jean Dupont' src='x' />"),
        f"{marked('Jean')}<!-- Jean Dupont -->",
        marked(f"Jean {marked('fils')} Dupont"),
    ],
)
def test_g20_no_way_of_marking_lets_a_name_through(html):
    assert "Jean" not in masked(html)
    assert "Dupont" not in masked(html)
    assert masked(html).count(PLACEHOLDER) == 1


def test_what_is_not_marked_is_left_as_it_is():
    html = '<p class="x">Vu l&#39;avis &eacute;crit &amp; lu<br />du <a href="/a?b=1&amp;c">1er</a></p>'
    assert masked(html) == html
    assert not has_marks(html)
    assert has_marks(html + marked("Jean"))


@given(
    st.text(alphabet="abc<>/ \"='é", max_size=40),
    st.text(alphabet="abc<>/ é", max_size=20),
)
@example(before="<</>/", after=">")
def test_masking_twice_changes_nothing_more(before, after):
    html = f"{before}{marked('x')}{after}"
    assert masked(masked(html)) == masked(html)


def test_words_outside_the_marks_are_read_as_a_text():
    html = f"<p>Article 1<sup>er</sup>.</p><p>À {marked('Jean')} le solde</p>"
    assert unmarked_text(html) == f"Article 1er. À {PLACEHOLDER} le solde"


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("De nommer Madame Anne Legrand au poste", Kind.NAME, "Anne Legrand"),
        ("la demande de M. Dupont, riverain", Kind.NAME, "Dupont"),
        ("M. Luc van den Berg sollicite", Kind.NAME, "Luc van den Berg"),
        ("le dossier de Jean DUPONT", Kind.NAME, "Jean DUPONT"),
        ("VAN DAMME Élise, née à Namur", Kind.NAME, "VAN DAMME Élise"),
        ("sur le compte BE68 5390 0754 7034", Kind.IBAN, "BE68 5390 0754 7034"),
        ("NN 85.07.30-033.28", Kind.NATIONAL_NUMBER, "85.07.30-033.28"),
        ("GSM 0475/12.34.56", Kind.PHONE, "0475/12.34.56"),
        ("au +32 81 12 34 56 ou", Kind.PHONE, "+32 81 12 34 56"),
        ("par jean@example.org", Kind.EMAIL, "jean@example.org"),
    ],
)
def test_personal_data_is_listed(text, kind, words):
    assert (kind, words) in [(one.kind, one.words) for one in fragments(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Vu le Code de la démocratie locale et de la décentralisation",
        "Monsieur le Bourgmestre présente le point",
        "un montant de 121.000,00 euros TVA comprise",
        "BE68 5390 0754 7035",
        "le CPAS de Namur et le SPW Mobilité",
        "Considérant l'article L1122-30",
        "du 25/06/2026 au 30/06/2026",
        f"nommer Madame {PLACEHOLDER} au poste",
    ],
)
def test_what_is_nobodys_is_not_listed(text):
    assert fragments(text) == []


def test_elected_people_are_published_by_name():
    text = "Monsieur Benoît Collard, échevin, et Mme Lambert"
    assert fragments(text, ["Benoît Collard", "Claire Lambert"]) == []
    assert [one.words for one in fragments(text, ["Claire Lambert"])] == [
        "Benoît Collard"
    ]

"""Correcting minutes: one passage, in the text, and the record in words."""

from dataclasses import replace
from hypothesis import given
from hypothesis import strategies as st
from imio.platform.deliberation.rules.corrections import Answer
from imio.platform.deliberation.rules.corrections import corrected
from imio.platform.deliberation.rules.corrections import Correction
from imio.platform.deliberation.rules.corrections import occurrences
from imio.platform.deliberation.rules.corrections import sentence
from imio.platform.deliberation.rules.corrections import sentences
from imio.platform.deliberation.rules.violations import RuleViolation
import pytest

HTML = "<p>De réparer le trottoir, n<sup>o</sup> 12&nbsp;à 46.</p><p>D'informer &amp; voilà.</p>"


@pytest.mark.parametrize(
    ("before", "after", "result"),
    [
        ("le trottoir", "les trottoirs", "De réparer les trottoirs, n"),
        ("12 à 46", "12 à 48", "> 12 à 48.</p>"),
        ("D’informer", "D'avertir", "<p>D'avertir &amp; voilà"),
        ("informer & voilà", "informer & <b>", "D'informer &amp; &lt;b&gt;."),
        (", n", "", "De réparer le trottoir<sup>"),
    ],
)
def test_a_passage_is_replaced_whatever_its_spaces_and_apostrophes(
    before, after, result
):
    assert result in corrected(HTML, before, after)


@pytest.mark.parametrize(
    ("before", "code"),
    [("le pont", "passage_missing"), ("voilà.</p>", "passage_missing")],
)
def test_a_passage_that_is_not_there_is_refused(before, code):
    with pytest.raises(RuleViolation) as refusal:
        corrected(HTML, before, "x")
    assert refusal.value.code == code


def test_a_passage_found_twice_wants_more_words():
    with pytest.raises(RuleViolation) as refusal:
        corrected("<p>le parc, le pont</p>", "le", "un")
    assert (refusal.value.code, refusal.value.values) == (
        "passage_twice",
        {"number": 2},
    )


def test_markup_is_never_a_passage():
    assert occurrences('<p class="text">abc</p>', "text") == 0


@given(st.text(alphabet="abc <>&'", max_size=20))
def test_what_was_corrected_is_never_markup(after):
    made = corrected("<p>avant</p>", "avant", after)
    assert made.startswith("<p>") and made.endswith("</p>")
    assert "<" not in made[3:-4] and ">" not in made[3:-4]


OBSERVED = Correction(
    1,
    "Luc Delvaux, Échevin",
    "2026-06-25T20:00:00+02:00",
    point="3",
    before="le trottoir",
    after="les trottoirs",
    answer=Answer.ACCEPTED,
)


def test_an_accepted_change_tells_the_words_before_and_after():
    assert sentence(OBSERVED) == (
        "Observation de Luc Delvaux, Échevin au point 3 : les mots « le trottoir » sont "
        "à remplacer par « les trottoirs ». Le procès-verbal est corrigé en ce sens."
    )


def test_a_refused_note_tells_why():
    refused = replace(
        OBSERVED,
        point="",
        before="",
        after="",
        note="J'avais demandé la parole",
        answer=Answer.REFUSED,
        reply="Le président ne l'avait pas donnée",
    )
    assert sentence(refused) == (
        "Observation de Luc Delvaux, Échevin : J'avais demandé la parole. "
        "L'observation n'est pas retenue. Le président ne l'avait pas donnée."
    )


def test_what_is_still_open_is_not_printed():
    assert sentences([replace(OBSERVED, answer=Answer.OPEN)]) == ()

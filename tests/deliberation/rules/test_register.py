"""The register: what enters it, and what a verification finds."""

from dataclasses import replace
from hashlib import sha256
from hypothesis import given
from hypothesis import strategies as st
from imio.platform.deliberation.rules.act_wording import opening
from imio.platform.deliberation.rules.act_wording import operative
from imio.platform.deliberation.rules.register import Act
from imio.platform.deliberation.rules.register import becomes_act
from imio.platform.deliberation.rules.register import Fault
from imio.platform.deliberation.rules.register import fingerprint
from imio.platform.deliberation.rules.register import matches
from imio.platform.deliberation.rules.register import seal
from imio.platform.deliberation.rules.register import verify
import pytest


def year(count: int):
    """A year of acts with their words and their files."""
    acts, words, files, previous = [], {}, {}, ""
    for number in range(1, count + 1):
        words[number] = {"point": {"decision": f"Article {number}"}}
        files[number] = f"%PDF {number}".encode()
        printed = fingerprint(words[number])
        previous = seal(previous, 2026, number, printed)
        acts.append(
            Act(
                2026,
                number,
                f"2026/{number:04}",
                f"item-{number}",
                "meeting",
                "2026-06-25",
                f"Objet {number}",
                "adopted",
                False,
                "travaux",
                printed,
                previous,
                "2026-07-30T20:00:00+02:00",
                sha256=sha256(files[number]).hexdigest(),
            )
        )
    return acts, words, files


def found(acts, words, files):
    return [
        (one.number, one.fault)
        for one in verify(
            acts, lambda act: words[act.number], lambda act: files[act.number]
        )
    ]


@pytest.mark.parametrize(
    ("kind", "outcome", "enters"),
    [
        ("decision", "adopted", True),
        ("decision", "adopted_amended", True),
        ("decision", "refused", True),
        ("information", "noted", True),
        ("minutes_approval", "adopted", True),
        ("decision", "postponed", False),
        ("decision", "withdrawn", False),
        ("decision", "not_applicable", False),
        ("oral_question", "noted", False),
        ("interpellation", "noted", False),
        ("decision", "", False),
    ],
)
def test_what_the_body_decided_becomes_an_act(kind, outcome, enters):
    assert becomes_act(kind, outcome) is enters


@given(st.integers(min_value=0, max_value=8))
def test_a_register_as_it_was_written_is_intact(count):
    assert found(*year(count)) == []


@given(st.integers(min_value=1, max_value=8), st.data())
def test_a_changed_word_is_named(count, data):
    acts, words, files = year(count)
    number = data.draw(st.integers(min_value=1, max_value=count))
    words[number] = {"point": {"decision": "Autre chose"}}
    assert found(acts, words, files) == [(number, Fault.WORDS)]


def test_a_changed_file_is_named():
    acts, words, files = year(3)
    files[2] += b"\n"
    assert found(acts, words, files) == [(2, Fault.FILE)]


def test_an_act_taken_out_is_named_and_breaks_the_seal():
    acts, words, files = year(4)
    del acts[1]
    assert found(acts, words, files) == [(2, Fault.MISSING), (3, Fault.SEAL)]


def test_words_and_fingerprint_changed_together_break_the_seal():
    acts, words, files = year(3)
    words[2] = {"point": {"decision": "Autre chose"}}
    acts[1] = replace(acts[1], words_sha256=fingerprint(words[2]))
    assert found(acts, words, files) == [(2, Fault.SEAL)]


def test_an_act_whose_file_is_not_made_yet_is_not_altered():
    acts, words, files = year(2)
    acts[1] = replace(acts[1], sha256="")
    assert found(acts, words, files) == []


def test_a_search_ignores_accents_and_order():
    act = replace(year(1)[0][0], title="Réfection du trottoir")
    assert matches(act, "TROTTOIR refection")
    assert matches(act, "2026/0001")
    assert matches(act, "voirie", "Voirie et mobilité")
    assert not matches(act, "trottoir école")


def test_only_the_council_says_how_it_sits():
    assert opening("Conseil communal", "council", False) == (
        "Le Conseil communal, siégeant en séance publique,"
    )
    assert opening("Conseil communal", "council", True).endswith("à huis clos,")
    assert opening("Collège communal", "college", True) == "Le Collège communal,"


@pytest.mark.parametrize(
    ("outcome", "decision", "verb"),
    [
        ("adopted", "<p>Article 1er. De réparer.</p>", "DÉCIDE :"),
        ("adopted", "<p><strong>DECIDE :</strong></p><p>Article 1er.</p>", ""),
        ("adopted", "<p>Arrête : article 1er</p>", ""),
        ("refused", "<p>Article 1er.</p>", "REJETTE la proposition suivante :"),
        ("noted", "<p>De la situation de caisse.</p>", "PREND ACTE de ce qui suit :"),
    ],
)
def test_the_verb_is_written_once(outcome, decision, verb):
    assert operative(outcome, decision) == verb

"""Tracking codes and the door that closes on who guesses."""

from imio.platform.ecounter.rules.throttle import Throttle
from imio.platform.ecounter.rules.tracking import ALPHABET
from imio.platform.ecounter.rules.tracking import code_of
from imio.platform.ecounter.rules.tracking import digest
from imio.platform.ecounter.rules.tracking import LENGTH
from imio.platform.ecounter.rules.tracking import normalised
import math


def test_a_code_has_fifty_bits_and_no_vowel():
    assert LENGTH * math.log2(len(set(ALPHABET))) >= 50
    assert not set("AEIOUY") & set(ALPHABET)
    assert len({code_of(str(n), "salt", "secret") for n in range(1000)}) == 1000


def test_a6_a_code_is_read_in_lower_case_and_without_its_hyphens():
    code = code_of("id", "salt", "secret")
    assert normalised(f"  {code.lower().replace('-', ' ')} ") == code
    assert normalised(code[:-1]) == ""
    assert normalised("A" * LENGTH) == ""
    assert normalised("x" * 10**6) == ""


def test_only_a_keyed_hash_is_kept():
    code = code_of("id", "salt", "secret")
    assert code not in digest(code, "secret")
    assert digest(code, "secret") != digest(code, "other")


def test_a6_two_misses_close_the_door_for_two_seconds():
    throttle = Throttle()
    throttle.miss("1.2.3.4", 10.0)
    assert not throttle.is_closed("1.2.3.4", 10.5)
    throttle.miss("1.2.3.4", 10.5)
    assert throttle.is_closed("1.2.3.4", 11.0)
    assert not throttle.is_closed("5.6.7.8", 11.0)
    assert not throttle.is_closed("1.2.3.4", 12.6)

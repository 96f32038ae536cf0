"""How minutes word a round between candidates (CDLD L1122-28)."""

from imio.platform.deliberation.rules.election import Election
from imio.platform.deliberation.rules.election import Standing
from imio.platform.deliberation.rules.election import standing
from imio.platform.deliberation.rules.election import Step
from imio.platform.deliberation.rules.movements_wording import enumeration
from imio.platform.deliberation.rules.wording import papers


def election_sentence(election: Election, blank: int) -> str:
    """The round in words, without final punctuation."""
    turn = "second tour" if election.run_off else "premier tour"
    ranked = sorted(election.candidates, key=lambda one: -one.voices)
    voices = enumeration([f"{one.name} {_voices(one.voices)}" for one in ranked])
    counted = f"Au {turn} de scrutin secret, les voix se répartissent ainsi : {voices}"
    if blank:
        counted = f"{counted}, avec {papers(blank)}"
    return f"{counted} ; {conclusion(election)}"


def conclusion(election: Election) -> str:
    """What the round leads to, in words."""
    if election.retained:
        return f"le résultat proclamé désigne {election.retained} ({election.reason})"
    found = standing(election)
    return _CONCLUSIONS[found.step](found)


def _elected(found: Standing) -> str:
    if found.by_age:
        return (
            "à égalité de voix, la personne la plus âgée l'emporte et le vote désigne "
            f"{found.names[0]} (CDLD, art. L1122-28)"
        )
    if found.needed:
        return (
            f"la majorité absolue est de {_voices(found.needed)} et le vote désigne "
            f"{found.names[0]}"
        )
    return f"le vote désigne {found.names[0]}"


def _run_off(found: Standing) -> str:
    return (
        f"personne n'obtient la majorité absolue de {_voices(found.needed)} : un second "
        f"tour départage {enumeration(list(found.names))} (CDLD, art. L1122-28)"
    )


def _age_wanted(found: Standing) -> str:
    return (
        f"{enumeration(list(found.names))} ont le même nombre de voix : la personne la "
        "plus âgée l'emporte (CDLD, art. L1122-28)"
    )


def _nobody(found: Standing) -> str:
    return "aucun vote n'est exprimé"


_CONCLUSIONS = {
    Step.ELECTED: _elected,
    Step.RUN_OFF: _run_off,
    Step.AGE_WANTED: _age_wanted,
    Step.NOBODY: _nobody,
}


def _voices(number: int) -> str:
    return f"{number} voix"

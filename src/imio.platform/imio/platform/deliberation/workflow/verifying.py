"""Recomputing the register's fingerprints: what was altered is named."""

from dataclasses import dataclass
from functools import partial
from imio.platform.deliberation.records.register import act_bytes
from imio.platform.deliberation.records.register import act_words
from imio.platform.deliberation.records.register import acts
from imio.platform.deliberation.rules.register import Act
from imio.platform.deliberation.rules.register import Fault
from imio.platform.deliberation.rules.register import Finding
from imio.platform.deliberation.rules.register import verify
from imio.platform.i18n import _

SENTENCES = {
    Fault.MISSING: _("Ce numéro manque au registre."),
    Fault.WORDS: _("Le texte enregistré n'est plus celui qui a été approuvé."),
    Fault.SEAL: _(
        "Le sceau ne suit plus celui de l'acte précédent : un acte a été changé, "
        "retiré ou intercalé."
    ),
    Fault.FILE: _("Le fichier PDF n'est plus celui qui a été figé."),
}


@dataclass(frozen=True)
class Verification:
    """What a verification of a year found.

    :param waiting: acts whose file is not made yet.
    """

    year: int
    acts: tuple[Act, ...]
    findings: tuple[Finding, ...]

    @property
    def waiting(self) -> int:
        return sum(1 for act in self.acts if not act.has_file)

    @property
    def is_intact(self) -> bool:
        return not self.findings


def verification(body, year: int) -> Verification:
    """Every fingerprint of a year, computed again."""
    found = acts(body, year)
    findings = verify(found, partial(act_words, body), partial(act_bytes, body))
    return Verification(year, tuple(found), tuple(findings))

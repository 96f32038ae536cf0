"""Extracts certified true to the register (CDLD L1132-1, L1132-3).

An extract repeats the act with those who signed on the day of the sitting, and is
certified by those who sign on the day it is given out.
"""

from dataclasses import dataclass
from datetime import date
from imio.platform.deliberation.rules.signatories import Signature


@dataclass(frozen=True)
class CertifiedCopy:
    """An extract given out.

    :param year: year in which it was given out, in which numbers begin again.
    :param act_year: year of the act in its register, with ``act_number``.
    :param issued_on: day, as ISO text.
    :param recipient: to whom.
    :param purpose: what for; may be empty.
    :param signatures: who certifies, the secretary first.
    """

    year: int
    number: int
    act_year: int
    act_number: int
    issued_on: str
    issued_by: str
    recipient: str
    purpose: str
    signatures: tuple[Signature, ...]
    filename: str = ""
    sha256: str = ""

    @property
    def reference(self) -> str:
        """``"CC 2026/0012"``."""
        return f"CC {self.year}/{self.number:04}"

    @property
    def date(self) -> date:
        return date.fromisoformat(self.issued_on)

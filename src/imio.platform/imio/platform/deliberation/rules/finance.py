"""The financial director's opinion of legality (CDLD L1124-40 § 1, 3° and 4°)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from imio.platform.deliberation.rules.french_dates import long_date

#: Working days from the complete file; urgent only when motivated; the extension
#: is asked by the director with reasons and is at most as long as the delay.
DELAYS = {"normal": 10, "urgent": 5}
ARTICLE = "article L1124-40, § 1er"


@dataclass(frozen=True)
class Threshold:
    """The amount above which the opinion must be asked, from a date.

    :param amount: euros without VAT; the opinion is due strictly above it.
    :param confidence: A read in the named source, B to be checked.
    """

    since: date
    amount: Decimal
    source: str
    confidence: str


#: Oldest first. The day of the change is the one on which practice changed.
THRESHOLDS = (
    Threshold(
        date(2013, 9, 1),
        Decimal("22000"),
        "CDLD L1124-40 § 1, 3° (Parlement de Wallonie, 3 oct. 2013 et 5 déc. 2014)",
        "A",
    ),
    Threshold(
        date(2024, 8, 21),
        Decimal("30000"),
        "Décret du 28 mars 2024 ; pratique des communes depuis le 21 août 2024",
        "B",
    ),
)


def threshold(day: date) -> Threshold:
    """The threshold in force on ``day``; the first one before any."""
    in_force = [one for one in THRESHOLDS if one.since <= day]
    return in_force[-1] if in_force else THRESHOLDS[0]


def opinion_is_due(amount: Decimal | None, day: date) -> bool:
    """Whether an impact of ``amount`` euros without VAT asks for the opinion."""
    return amount is not None and amount > threshold(day).amount


def delay(kind: str) -> int:
    """Working days of a kind of delay, ``"normal"`` or ``"urgent"``."""
    return DELAYS[kind]


def extension(kind: str, is_extended: bool) -> int:
    """Working days added when the director asked for more time: as many again."""
    return DELAYS[kind] if is_extended else 0


def euros(amount: Decimal) -> str:
    """``"48 000,00 €"``, with no-break spaces."""
    return (
        f"{amount:,.2f} €".replace(",", "\N{NO-BREAK SPACE}")
        .replace(".", ",")
        .replace(" €", "\N{NO-BREAK SPACE}€")
    )


def given_sentence(opinion: str, given_on: date) -> str:
    """The opinion in the motivation.

    :param opinion: in words, such as ``"favorable"``.
    """
    return (
        f"Vu l'avis de légalité du directeur financier, {opinion}, remis le "
        f"{long_date(given_on)} en application de l'{ARTICLE}, du Code de la "
        "démocratie locale et de la décentralisation ;"
    )


def not_given_sentence(asked_on: date, limit: date) -> str:
    """Nothing was answered in time: the authority may go on."""
    return (
        "Considérant que l'avis de légalité du directeur financier, demandé le "
        f"{long_date(asked_on)} en application de l'{ARTICLE}, du Code de la "
        "démocratie locale et de la décentralisation, n'a pas été rendu dans le "
        f"délai prescrit, qui a pris fin le {long_date(limit)} ; qu'il est passé "
        "outre ;"
    )


def below_threshold_sentence(day: date) -> str:
    """The impact is too small for the opinion to be due."""
    return (
        "Considérant que l'incidence financière ne dépasse pas "
        f"{euros(threshold(day).amount)} hors TVA ; que l'avis de légalité du "
        f"directeur financier n'est pas obligatoire (CDLD, {ARTICLE}) ;"
    )

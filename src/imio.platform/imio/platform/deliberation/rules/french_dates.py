"""Dates as minutes write them."""

from datetime import date
from datetime import time

DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)


def long_date(day: date) -> str:
    """``"1er décembre 2026"``."""
    number = "1er" if day.day == 1 else str(day.day)
    return f"{number} {MONTHS[day.month - 1]} {day.year}"


def full_date(day: date) -> str:
    """``"mardi 1er décembre 2026"``."""
    return f"{DAYS[day.weekday()]} {long_date(day)}"


def hour(moment: time) -> str:
    """``"20 h 05"``, ``"9 h"``."""
    return (
        f"{moment.hour} h {moment.minute:02d}" if moment.minute else f"{moment.hour} h"
    )

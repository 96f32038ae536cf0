"""How long until a meeting, as people say it."""

from datetime import datetime


def countdown(start: datetime, now: datetime) -> str:
    """``"dans 3 jours"``, ``"demain"``, ``"dans 2 heures"``; empty once it has begun.

    :param start: aware, as ``now``; days are days of ``start``'s own clock.
    """
    if now >= start:
        return ""
    days = (start.date() - now.astimezone(start.tzinfo).date()).days
    if days > 1:
        return f"dans {days} jours"
    if days == 1:
        return "demain"
    minutes = -(-int((start - now).total_seconds()) // 60)
    if minutes < 60:
        return _counted(minutes, "minute")
    return _counted(minutes // 60, "heure")


def _counted(number: int, unit: str) -> str:
    return f"dans {number} {unit}{'s' if number > 1 else ''}"

"""Amounts of time with their TIMEX3 values."""

from __future__ import annotations

from reportedly.layers.times.numbers import written

_IN_YEARS = {"E": 10, "C": 100, "L": 1000}  # decades, centuries and millennia are counted in years: ISO 8601 has no letter for them
_SMALLER = {"Y": (12, "M"), "h": (60, "m"), "D": (24, "h"), "m": (60, "s")}
_OF_DAY = {"h": "H", "m": "M", "s": "S"}


def duration_value(amount: float | None, unit: str) -> str:
    """ "P8M", "PT2H", "P2Y6M" for two and a half years, "PXD" where the amount is vague (None)."""
    if unit in _IN_YEARS:
        amount, unit = (None if amount is None else amount * _IN_YEARS[unit]), "C" if unit == "C" and amount is None else "Y"
    elif unit == "F":
        amount, unit = (None if amount is None else amount * 2), "W"
    elif unit == "WE":
        amount, unit = (None if amount is None else amount * 2), "D"
    if amount is None:
        return f"PTX{_OF_DAY[unit]}" if unit in _OF_DAY else f"PX{unit}"
    whole, rest = int(amount), amount - int(amount)
    if not rest or unit not in _SMALLER:
        return _one(written(amount), unit)
    times, smaller = _SMALLER[unit]
    below = written(round(rest * times, 2))
    if not whole:
        return _one(below, smaller)
    join = "T" if unit == "D" else ""
    return f"{_one(written(whole), unit)}{join}{below}{_OF_DAY.get(smaller, smaller)}"


def _one(number: str, unit: str) -> str:
    return f"PT{number}{_OF_DAY[unit]}" if unit in _OF_DAY else f"P{number}{unit}"

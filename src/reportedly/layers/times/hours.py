"""Builders of times of day, and of the words that shade the time after them."""

from __future__ import annotations

from reportedly.layers.times.expressions import Clock, Meaning, Part, Prefix
from reportedly.layers.times.slots import Builder, Slots, class_of, token_before, word_value

_AT = frozenset({"at", "by", "until", "around", "from", "since", "before", "after"})


def _clock(s: Slots) -> Meaning | None:
    """ "6 p.m.", "10:35 a.m. EST", "6pm"."""
    token = s.tokens[0]
    text, half = word_value(token.lower), s.value("ampm") or ""
    if s.kinds[0] == "clocktime":
        digits = text.rstrip("apm.")
        half, text = ("pm" if "p" in text[len(digits) :] else "am"), digits
    return _at(text, half, s.value("zone") or "")


def _at(text: str, half: str = "", zone: str = "") -> Clock | None:
    """A time of day from "6" or "6:30" with am, pm or nothing; None where there is no such hour."""
    hour, _, rest = text.partition(":")
    if not hour.isdigit() or int(hour) > 24:
        return None
    number = int(hour) % 12 + (12 if half == "pm" else 0) if half and int(hour) <= 12 else int(hour)
    return Clock(f"{number:02}:{(rest or '00')[:5]}", zone)


def _clock_bare(s: Slots) -> Meaning | None:
    """ "18:30" where a zone or the word before shows that it is a time of day."""
    before = s.before()
    told = s.first("zone") is not None or s.tokens[0].ent == "TIME" or (before is not None and before.lower in _AT)
    return _clock(s) if told else None


def _clock_zone(s: Slots) -> Meaning | None:
    """ "1400 GMT"."""
    text = s.tokens[0].lower
    return _at(f"{text[:2]}:{text[2:]}", zone=s.value("zone") or "") if len(text) == 4 and int(text[2:]) < 60 else None


def _clock_hours(s: Slots) -> Meaning | None:
    """ "at 1800 hours"; not "after 1800 hours of work"."""
    text, before = s.tokens[0].lower, s.before()
    told = before is not None and before.lower in _AT and s.value("units") == "h" and s.after() != ("of",)
    return _at(f"{text[:2]}:{text[2:]}") if told and len(text) == 4 and text.isdigit() and int(text[2:]) < 60 else None


def _oclock(s: Slots) -> Meaning | None:
    return _at(word_value(s.tokens[0].lower))


def _noon(s: Slots) -> Meaning | None:
    """ "at noon", "midnight", "6 a.m. and noon"; not "High Noon", nor "morning and noon"."""
    before = s.before()
    if before is not None and before.tag == "CC":
        other = token_before(s.parsed, before)
        told = other is not None and (class_of(other.lower) in {"ampm", "oclock", "noon"} or any(c.isdigit() for c in other.lower))
    else:
        told = before is None or before.tag in {"IN", "TO"}
    return Clock(word_value(s.tokens[0].lower)) if told else None


def _in_the_part(s: Slots) -> Meaning | None:
    """ "four in the morning"."""
    part = s.value("part")
    return _at(word_value(s.tokens[0].lower), "am" if part == "MO" else "pm") if part in {"MO", "AF", "EV"} else None


def _part(s: Slots) -> Meaning | None:
    return Part(word_value(s.tokens[0].lower))


def _phase_edge(s: Slots) -> Meaning | None:
    """ "the end of"."""
    phase = s.value("edge")
    return Prefix(phase) if phase in {"early", "mid", "late"} else None


def _phase(s: Slots) -> Meaning | None:
    """ "early", "late in"."""
    return Prefix(s.value("early", "late", "mid"))


def _phase_half(s: Slots) -> Meaning | None:
    """ "the first half of"."""
    word = s.first("ordinal", "shift", "direction")
    half = {"first": "H1", "second": "H2", "last": "H2", "latter": "H2"}.get(word.lower if word else "")
    return Prefix(half) if half else None


def _phase_shift(s: Slots) -> Meaning | None:
    """ "later this month", "earlier in the year": the same period."""
    return Prefix("same") if s.tokens[0].lower in {"earlier", "later"} else None


def _approx(s: Slots) -> Meaning | None:
    """ "about", "more than", "close to"."""
    return Prefix() if s.kinds[0] != "edge" or s.tokens[0].lower == "close" else None


HOURS: dict[str, Builder] = {
    "clock": _clock, "clock_bare": _clock_bare, "clock_zone": _clock_zone, "clock_hours": _clock_hours, "oclock": _oclock, "noon": _noon,
    "in_the_part": _in_the_part, "part": _part,
    "phase_edge": _phase_edge, "phase": _phase, "phase_half": _phase_half, "phase_shift": _phase_shift, "approx": _approx,
}  # fmt: skip

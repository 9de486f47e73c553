"""The claims of a Wikidata document: values by property, the best known first, whatever is missing."""

from __future__ import annotations

import re
from datetime import date

from reportedly.knowledge.added.entry import Wrong
from reportedly.knowledge.days import day_of
from reportedly.model import Record

TIME = re.compile(r"\+?(\d{4})-(\d\d)-(\d\d)", re.ASCII)
RANKS = {"preferred": 0, "normal": 1, "deprecated": 2}


class Value(Record, frozen=True, kw_only=True):
    """The item and the label of a claim's value, each "" where it is not given; `qualifiers` is unchecked."""

    item: str
    label: str
    qualifiers: object = None


def of(claims: object, claim: str) -> tuple[Value, ...]:
    """The values of a property, the preferred first and the deprecated left out."""
    given = _get(claims, claim)
    ones = given if isinstance(given, list) else [given] if given else []
    ranked = sorted(((RANKS.get(str(_get(one, "rank")), 1), n) for n, one in enumerate(ones)))
    values = (_value(ones[n]) for rank, n in ranked if rank < RANKS["deprecated"])
    return tuple(v for v in values if v.item or v.label)


def day(value: Value, claim: str, *, last: bool) -> date | None:
    """The day of a qualifier, None where there is none. Wrong where it is no day."""
    for text in _times(_get(value.qualifiers, claim)):
        if (parts := TIME.match(text)) is None:
            raise Wrong(f"{claim} is {text[:40]!r}, which is no day of our era")
        figures = "-".join(part for part in parts.groups() if part != "00")
        try:
            return day_of(figures, last=last)
        except ValueError as error:
            raise Wrong(f"{claim} is {error}") from error
    return None


def _times(given: object) -> list[str]:
    """The times of a qualifier, as Wikidata or a shortened extract writes them; a time that is unknown is none."""
    times = list[str]()
    for one in given if isinstance(given, list) else [given]:
        value = _get(one, "datavalue", "value") or _get(one, "value") or one
        time = _get(value, "time") if isinstance(value, dict) else value
        times += [time] if isinstance(time, str) else []
    return times


def _value(one: object) -> Value:
    """The value of a claim, whole or shortened to its item or its label."""
    snak = _get(one, "mainsnak") or one
    value = _get(snak, "datavalue", "value") or _get(snak, "value") or snak
    item = value if isinstance(value, str) else _get(value, "id") or _get(value, "item")
    label = next((words for place in (value, snak, one) if (words := _label(place))), "")
    said = str(item) if isinstance(item, str) else ""
    known = said[:1] == "Q" and said[1:].isdecimal()
    return Value(item=said if known else "", label=label or ("" if known else said), qualifiers=_get(one, "qualifiers"))


def _label(place: object) -> str:
    """The English label beside a value."""
    for given in (_get(place, "label"), _get(place, "labels", "en"), _get(place, "label", "en")):
        words = _get(given, "value") if isinstance(given, dict) else given
        if isinstance(words, str):
            return words
    return ""


def _get(place: object, *path: str) -> object:
    """What stands under some keys, one in another; None where something is missing."""
    for key in path:
        place = place.get(key) if isinstance(place, dict) else None
    return place

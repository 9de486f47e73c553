"""The dateline at the head of a report: "GENEVA --", "CAIRO, March 1 (Agency) -"."""

from __future__ import annotations

import re

_PLACE = r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de.'\u2019\-]+(?:[ /][A-Z\u00c0-\u00de][A-Z\u00c0-\u00de.'\u2019\-]*){0,4}"
_AFTER = r"(?:, [A-Z][A-Za-z.]+(?: [A-Z][a-z]+)?)?(?:, (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:, \d{4})?)?"
_AGENCY = r"(?: ?\([A-Z][\w .\-]{1,30}\))?"
_DATELINE = re.compile(rf"\s*({_PLACE}{_AFTER}{_AGENCY}) *(?:--+|\u2014|\u2013|-|_|:)\s")
_MIXED = re.compile(rf"\s*((?:[A-Z][a-z]+[ \-]?){{1,3}}(?:, [A-Z][a-z]+)?(?:, (?:[A-Z][a-z]+\.? \d{{1,2}}|\d{{1,2}} [A-Z][a-z]+|\d\d/\d\d/\d\d)(?:, \d{{4}})?)?{_AGENCY}) *(?:--+|\u2014|\u2013) ")


def dateline(body: str) -> str | None:
    """The dateline that the body opens with, without its dash; None where there is none."""
    m = _DATELINE.match(body) or _MIXED.match(body)
    return m[1].strip() if m else None

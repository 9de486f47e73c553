"""The dateline at the head of a report: "GENEVA --", "CAIRO, March 1 (Agency) -", "Riga, Mar 02, BNS -"."""

from __future__ import annotations

import re
from datetime import date

from reportedly.formats.dates import header_date

_UP = r"[A-Z\u00c0-\u00de]"
_PLACE = rf"{_UP}[A-Z\u00c0-\u00de.'\u2019\-]+(?:[ /]{_UP}[A-Z\u00c0-\u00de.'\u2019\-]*){{0,4}}"
_CITY = rf"{_UP}[\w.'\u2019]+(?:(?:[ \-](?:de|da|do|del|of|es|la|el|al|au))?[ \-]{_UP}[\w.'\u2019]+){{0,2}}"
_STATE = r"(?:, [A-Z][A-Za-z.]*(?: [A-Z][a-z]+)?)?"
_WRITTEN = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}\.?|\d\d/\d\d/\d\d)"
_DAY = rf", (?:[A-Z][a-z]+day,? )?{_WRITTEN}(?:,? \d{{4}})?"
_IN_BRACKETS = rf" ?\((?:[A-Z][a-z]+day,? )?{_WRITTEN}(?:,? \d{{4}})?\)"
_WIRE = r", [A-Z]{2,10}"
_AGENCY = r" ?(?:\([A-Z][\w ./\-]{1,30}\)|/[A-Z][\w .\-]{1,30}/)"
_LONG_DASH, _DASH = r" *(?:--+|\u2014|\u2013)\s", r" *(?:--+|\u2014|\u2013|-|_|:)\s"
_TIGHT_DASH = r"(?:--+|\u2014|\u2013)"  # "LUSAKA, Zambia\u2014The mill"
_SENTENCE = r"(?=\s*(?:[A-Z\u00c0-\u00de0-9\"'\u201c\u2018(\[\u00ab$]|$))"  # a sentence begins after the dash
_NO_PLACE = (
    r"(?!(?:CORRECTION|CORRECTED|UPDATE|UPDATED|NOTE|WARNING|ANALYSIS|OPINION|COMMENT|EXCLUSIVE|QUESTION|ANSWER|INTERVIEW|PHOTO|VIDEO|"
    r"BREAKING|SUMMARY|SUBJECT|FROM|RE|TO|DATE|HEADLINE|BYLINE|TEXT|SOURCE|EDITOR'?S?|PS|FYI|SE|HD|BY)\b)"
)
_FORMS = (
    re.compile(rf"\s*{_NO_PLACE}({_PLACE}{_STATE}(?:{_DAY})?(?:{_WIRE})?(?:{_AGENCY})?){_DASH}{_SENTENCE}"),
    re.compile(rf"\s*({_CITY}{_STATE}(?:{_DAY})?(?:{_AGENCY})?){_LONG_DASH}{_SENTENCE}"),
    re.compile(rf"\s*({_CITY}{_STATE}(?:{_DAY}(?:{_WIRE})?(?:{_AGENCY})?|{_AGENCY})){_DASH}{_SENTENCE}"),
    re.compile(rf"\s*({_CITY}{_STATE}{_IN_BRACKETS}(?:{_AGENCY})?){_DASH}{_SENTENCE}"),
    # As state agencies write it: no dash, a full stop before the agency or after it, the day within two.
    re.compile(rf"\s*((?:{_CITY}|{_PLACE}){_STATE}(?:{_DAY}\.?{_AGENCY}|, {_WRITTEN},? \d{{4}}))\.\s{_SENTENCE}"),
    re.compile(rf"\s*({_CITY}\. {_WRITTEN}(?:,? \d{{4}})?(?:\.{_AGENCY})?)(?:(?<=[)/])\.?|\.)\s{_SENTENCE}"),
    re.compile(rf"\s*({_AGENCY.removeprefix(' ?')}[ ,]+{_CITY}{_STATE}(?:{_DAY})?){_DASH}{_SENTENCE}"),
    re.compile(rf"\s*{_NO_PLACE}({_PLACE}{_STATE}(?:{_AGENCY})?){_TIGHT_DASH}{_SENTENCE}"),
    re.compile(rf"\s*({_CITY}{_STATE}(?:,? {_WRITTEN}(?:,? \d{{4}})?)?,?{_AGENCY}) ?(?:--+|\u2014|\u2013|-) ?{_SENTENCE}"),
)
_NAMED = re.compile(rf"\((?!{_WRITTEN})([A-Z][\w ./\-]{{1,30}})\)|/([A-Z][\w .\-]{{1,30}})/")
_AGENCY_ALONE = re.compile(rf"\s*\((?!{_WRITTEN})([A-Z][\w .\-]{{1,30}})\) *(?:--+|\u2014|\u2013|-)\s+{_SENTENCE}")
_FULL_DAY = re.compile(r"((?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}\.?),? \d{4})")


def dateline(body: str) -> str | None:
    """The dateline that the body opens with, without its dash; None where there is none."""
    m = next((m for form in _FORMS if (m := form.match(body))), None)
    return m[1].strip() if m else None


def agency(line: str | None) -> str | None:
    """The agency that a dateline names in brackets."""
    m = _NAMED.search(line or "")
    return (m[1] or m[2]) if m else None


def agency_alone(body: str) -> tuple[str, int] | None:
    """The agency that stands before the prose without a place, "(Agency) - ", and where the prose begins."""
    m = _AGENCY_ALONE.match(body)
    return (m[1], m.end()) if m else None


def full_day(line: str | None) -> date | None:
    """The day of a dateline that gives its year."""
    m = _FULL_DAY.search(line or "")
    return header_date(m[1]) if m else None

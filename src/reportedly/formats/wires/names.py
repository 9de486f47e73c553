"""Who wrote it and which agency sent it, as the header fields of agencies say it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reportedly.formats.header import authors as names_in
from reportedly.formats.header import byline_shaped, has_byline_prefix, without_prefix
from reportedly.formats.tidy import tidy

# Agencies by the domain, the provider code or the source letters that stand for them.
AGENCIES = {
    "aap.com.au": "AAP", "afp": "AFP", "afp.com": "AFP", "ansa": "ANSA", "ansa.it": "ANSA", "ap": "AP", "ap.org": "AP", "apa": "APA",
    "apa.at": "APA", "ats": "ATS", "belga": "Belga", "belga.be": "Belga", "blg": "Belga", "dpa": "dpa", "dpa.com": "dpa", "dpa.de": "dpa",
    "eca": "dpa", "bdt": "dpa", "efe": "EFE", "efe.com": "EFE", "efe.es": "EFE", "lusa.pt": "Lusa", "ntb": "NTB", "ntb.no": "NTB",
    "reuters": "Reuters", "reuters.com": "Reuters", "rtr": "Reuters", "stt": "STT", "stt.fi": "STT", "tass": "TASS",
    "thomsonreuters.com": "Reuters", "xinhua": "Xinhua",
}  # fmt: skip
_LONG = frozenset(
    "associated press|the associated press|agence france-presse|press association|thomson reuters|deutsche presse-agentur".split("|")
)
_ORGANISATIONS = _LONG | {name.casefold() for name in (*AGENCIES, *AGENCIES.values())}
_DOMAIN = re.compile(r"(?:https?://)?(?:[\w\-]+\.)+[A-Za-z]{2,12}/?\S*")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_ARABIC_PLACE = re.compile(r"\s+(?:\u0641\u064a|\u0645\u0646|\u0645\u0639)\s.*$")  # "in", "from", "with"
_ARABIC_AND = re.compile(r"\s*[,;/&\u060c\u061b]\s*|\s+\u0648\s+")
_ARABIC_BY = re.compile(r"^\s*\u0628\u0642\u0644\u0645\s*:?\s*")
_PREFIX = re.compile(r"^\s*(?:Av|Af|Autor(?:in|en)?|Text|Texte|Av\.)\s*:?\s+(?=[^\W\d_a-z])")
_BY_IN = {"de": "Von ", "es": "Por ", "pt": "Por ", "fr": "Par ", "it": "Di ", "nl": "Door "}
_PLACE = re.compile(r"\s+(?:en|em|i|p\u00e5|fra|from|avec|con|mit)\s+[^\W\d_a-z].*$")
_NOBODY = re.compile(
    r"\b(?:staff|bureaus?|desk|agenc(?:y|ies|e|ia)|agentur|news|correspondents?|correspondants?|corresponsal(?:es)?|korrespondent(?:en)?"
    r"|reporters?|editors?|writers?|redaktion|r\u00e9daction|redacci\u00f3n|press|media|inc|llc|ltd|gmbh|online|network|university|office)\b",
    re.I,
)

_OF_AGENCY = re.compile(rf",?\s*\b(?:{'|'.join(sorted(set(AGENCIES.values())))})\b.*$")
_ONLY_BY = re.compile(r"(?:By|BY|Von|VON|Par|PAR|Por|POR|Di|DI|Door|DOOR)")


def is_domain(name: str | None) -> bool:
    """Whether a party's name is only its address on the web."""
    return bool(name and _DOMAIN.fullmatch(name.strip()))


def publisher(*parties: str | None) -> str | None:
    """The first party that is named by its name; else the agency that a domain or code stands for, else the first domain."""
    given = [tidy(p) for p in parties if p and p.strip()]
    known = (AGENCIES.get(p.lower().removeprefix("www.")) for p in given)
    return next((p for p in given if not is_domain(p)), None) or next((k for k in known if k), None) or next(iter(given), None)


def authors(byline: str | None, language: str | None = None, *organisations: str | None) -> tuple[str, ...]:
    """The persons in a byline; agencies, desks and job titles are none."""
    line = _PREFIX.sub("", tidy(byline or ""))
    if not line:
        return ()
    if _ARABIC.search(line):
        return persons((_ARABIC_PLACE.sub("", part) for part in _ARABIC_AND.split(_ARABIC_BY.sub("", line))), *organisations)
    by = _BY_IN.get(language or "", "") if without_prefix(line) == line else ""
    return persons((_PLACE.sub("", n) for n in names_in(by + line)), *organisations)


def persons(names: Iterable[str], *organisations: str | None) -> tuple[str, ...]:
    """Those of the names that are no organisation, each once."""
    no = _ORGANISATIONS | {o.casefold() for o in organisations if o}
    kept = [n for name in names if (n := tidy(name).strip(" .,-")) and n.casefold() not in no]
    return tuple(dict.fromkeys(n for n in kept if not _NOBODY.search(n) and not is_domain(n) and any(c.isalpha() for c in n)))


def person_shaped(name: str) -> bool:
    """Whether a bare name could be a person's: two to five words without digits."""
    return 2 <= len(name.split()) <= 5 and not re.search(r"[\d@()]", name)


def is_byline(line: str) -> bool:
    """Whether a line of the text is a byline and nothing else: "By Ann Example"."""
    return len(line) < 120 and has_byline_prefix(line) and byline_shaped(without_prefix(line))


def is_byline_field(line: str) -> bool:
    """Whether the last line over a text is its byline: "By Ann Example, dpa", "By dpa correspondents"."""
    bare = _OF_AGENCY.sub("", line.strip())
    return bool(_ONLY_BY.fullmatch(bare)) or is_byline(bare)

"""Qcodes of NewsML-G2: "stat:canceled" is a code in a vocabulary that a catalog names. Catalogs are never fetched: these stand here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.model import Record

if TYPE_CHECKING:
    from lxml.etree import _Element

_IPTC = "http://cv.iptc.org/newscodes/"
STATUS, SIGNAL, NATURE = _IPTC + "pubstatusg2/", _IPTC + "signal/", _IPTC + "ninature/"
CONCEPT = _IPTC + "cpnature/"
# Aliases of the IPTC's standard catalog (catalog.IPTC-G2-Standards_*.xml), as far as they are asked for here.
SCHEMES = {
    "stat": STATUS,
    "sig": SIGNAL,
    "ninat": NATURE,
    "icls": NATURE,  # as Reuters writes it
    "cinat": _IPTC + "cinature/",
    "plinat": _IPTC + "plinature/",
    "cpnat": CONCEPT,
    "nprov": _IPTC + "newsprovider/",
    "genre": _IPTC + "genre/",
    "medtop": _IPTC + "mediatopic/",
    "subj": _IPTC + "subjectcode/",
    "drol": _IPTC + "descriptionrole/",
    "irel": _IPTC + "itemrelation/",
}


class Catalog(Record, frozen=True, kw_only=True):
    """Aliases and the vocabularies that they stand for."""

    schemes: dict[str, str]

    @classmethod
    def within(cls, root: _Element) -> Catalog:
        """The IPTC's, and what the file's own `catalog` elements add to it or say otherwise."""
        own = {alias: uri for s in root.iter("scheme") if (alias := s.get("alias")) and (uri := s.get("uri"))}
        return cls(schemes=SCHEMES | own)

    def code(self, element: _Element | None, scheme: str) -> str | None:
        """The code that an element's `qcode` or `uri` has in a vocabulary; of an alias that nobody explains, the code as it is."""
        if element is None:
            return None
        if uri := element.get("uri"):
            uri = uri.replace("https://", "http://", 1)
            return uri.removeprefix(scheme).lower() if uri.startswith(scheme) else None
        alias, colon, code = (element.get("qcode") or "").strip().partition(":")
        known = self.schemes.get(alias, scheme)
        return code.lower() if colon and known.rstrip("/") == scheme.rstrip("/") else None

"""Extracts from Wikidata: an array of entity documents, one a line, or {"entities": {...}}.

What is read: the English label and aliases, instance of (P31), country (P17) or citizenship (P27), sex (P21), and the positions held
(P39) with their days (P580, P582). A claim's value is known by its item where `wikidata_classes.csv` has it, else by its English
label, which the claim itself or another document of the file may give.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from reportedly.knowledge.added import kinds, statements
from reportedly.knowledge.added.checks import country_of, name_of, named, ordered
from reportedly.knowledge.added.classes import classes
from reportedly.knowledge.added.documents import Document, documents
from reportedly.knowledge.added.entry import Entry, Skipped, Taken, Wrong
from reportedly.knowledge.added.statements import Value
from reportedly.model import ActorKind

GENDERS = {"Q6581097": "m", "Q6581072": "f", "Q2449503": "m", "Q1052281": "f"}  # men and women, trans men and women among them
PERSONAL = ("P21", "P27", "P39")


def sniff(text: str) -> bool:
    """Whether it is JSON."""
    return text.lstrip()[:1] in ("{", "[")


def read(text: str, file: str) -> Taken:
    """The actors of an extract."""
    return _Extract(text, file).taken()


class _Extract:
    """One extract while it is read; `labels` are those of all its documents, by item."""

    def __init__(self, text: str, file: str) -> None:
        self._file = file
        self._entries, self._skipped = list[Entry](), list[Skipped]()
        self._unknown, self._names_left = dict.fromkeys(("countries", "positions"), 0), 0
        self._found = list(documents(text, self._skip))
        self._labels = {d.item: d.label for d in self._found if d.item and d.label}

    def taken(self) -> Taken:
        for document in self._found:
            try:
                self._entries += self._terms(document)
            except Wrong as wrong:
                self._skip(document.line, str(wrong))
        return Taken(entries=tuple(self._entries), skipped=tuple(self._skipped), notes=tuple(self._notes()))

    def _skip(self, line: int, reason: str) -> None:
        self._skipped.append(Skipped(file=self._file, line=line, reason=reason))

    def _terms(self, document: Document) -> list[Entry]:
        """One entry for each position, or one without any."""
        if not document.label:
            raise Wrong(f"{document.item or 'the document'} has no English label")
        kind, roles = self._kind(document)
        base, left = named(
            Entry(
                name=name_of(document.label), names=tuple(self._aliases(document)), kind=kind, country=self._country(document),
                roles=roles, gender=self._gender(document), wikidata=document.item or None,
            )
        )  # fmt: skip
        self._names_left += left
        terms = [self._term(document, base, held) for held in statements.of(document.claims, "P39")] if kind is ActorKind.PERSON else []
        return [t for t in terms if t] or [base]

    def _term(self, document: Document, base: Entry, held: Value) -> Entry | None:
        office = self._label(held)
        if not office:
            self._unknown["positions"] += 1
        try:
            start, end = ordered(statements.day(held, "P580", last=False), statements.day(held, "P582", last=True))
        except Wrong as wrong:
            self._skip(document.line, f"{base.name}: {wrong}")
            return None
        return msgspec.structs.replace(base, office=office, roles=kinds.roles_said(office), start=start, end=end)

    def _kind(self, document: Document) -> tuple[ActorKind, tuple[str, ...]]:
        """By what it is an instance of; a document without that is a person where it says what only persons have."""
        values = statements.of(document.claims, "P31")
        for value in values:
            if known := classes().get(value.item):
                return known.kind, known.roles
        for value in values:
            if (said := kinds.body_said(self._label(value))) is not None:
                return said
        if values:
            what = ", ".join(" ".join((v.item, self._label(v))).strip() for v in values)
            raise Wrong(f"{document.label!r} is an instance of {what}, which is neither a person nor an organisation that reportedly knows")
        if any(statements.of(document.claims, claim) for claim in PERSONAL):
            return ActorKind.PERSON, ()
        raise Wrong(f"{document.label!r} does not say what it is an instance of (P31)")

    def _country(self, document: Document) -> str | None:
        """The first country that is known: of citizenship, else of the organisation."""
        values = [v for claim in ("P27", "P17") for v in statements.of(document.claims, claim)]
        for value in values:
            try:
                if code := country_of(self._label(value)):
                    return code
            except Wrong:
                continue
        self._unknown["countries"] += bool(values)
        return None

    def _gender(self, document: Document) -> str:
        values = statements.of(document.claims, "P21")
        return next((g for v in values if (g := GENDERS.get(v.item) or {"male": "m", "female": "f"}.get(v.label))), "")

    def _label(self, value: Value) -> str:
        return value.label or self._labels.get(value.item, "")

    def _aliases(self, document: Document) -> Iterator[str]:
        for alias in document.aliases:
            try:
                yield name_of(alias)
            except Wrong:
                self._names_left += 1

    def _notes(self) -> Iterator[str]:
        if count := self._unknown["countries"]:
            yield f"actors whose country is given by its item alone, and was left open: {count}; put its label or document into the file"
        if count := self._unknown["positions"]:
            yield f"positions given by their item alone, without an office or a role: {count}; put their labels or documents into the file"
        if self._names_left:
            yield f"other names left out, because they name a country, its people or a common noun: {self._names_left}"

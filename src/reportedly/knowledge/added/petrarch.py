"""Actor dictionaries of PETRARCH and TABARI: a name, `+` before its other names, codes in brackets with the days that they hold.

    VIOLA_MARSH_  [TUVGOV 040101-061231]   # a comment; another
    +V._MARSH_
        [TUVELI]

An underscore stands for a space; one at the end means that the name is no stem, and is how every name is read here. Years of two
figures up to 30 are of this century, as in PETRARCH.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from reportedly.knowledge.added import kinds
from reportedly.knowledge.added.cameo import Coded, coded
from reportedly.knowledge.added.checks import name_of, named, ordered
from reportedly.knowledge.added.entry import Entry, Skipped, Taken, Wrong
from reportedly.knowledge.added.shouting import written
from reportedly.model import ActorKind, Record

BRACKETS = re.compile(r"\[([^\[\]]*)\]")
CODED = re.compile(r"^[^#;\n]*\[\s*(?:[<>]?\s*\d{6,8}\s+)?~?(?:[A-Z]{3}|---)[^\]\n]*\]", re.MULTILINE)
COMMENT = re.compile(r"[#;]")
MARKUP = re.compile(r"<!--.*?-->", re.DOTALL)
DAYS = re.compile(r"(?P<sign>[<>]?)\s*(?P<one>\d{6,})(?:\s*-\s*(?P<other>\d{6,}))?", re.ASCII)
LAST_SHORT_YEAR = 30  # PETRARCH's rule: 00 to 30 are of this century, 31 to 99 of the last
IN_BRACKETS = re.compile(r"(?P<name>.*\S)\s*\((?P<other>[^()]+)\)")
MOST_LEFT = 12  # codes that a note names


class Line(Record, frozen=True, kw_only=True):
    """Words and where they stand."""

    number: int
    text: str


class Term(Record, frozen=True, kw_only=True):
    """A code and the days that it holds, None where they are open."""

    code: Coded
    start: date | None
    end: date | None


def sniff(text: str) -> bool:
    """Whether a code in brackets stands somewhere outside comments."""
    return CODED.search(text) is not None


def read(text: str, file: str) -> Taken:
    """The actors of a dictionary."""
    return _Dictionary(file).taken(text)


class _Dictionary:
    """One dictionary while it is read: the names and codes of the actor whose lines come now, and all before it."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._names, self._codes = list[Line](), list[Line]()
        self._entries, self._skipped = list[Entry](), list[Skipped]()
        self._left, self._names_left = Counter[str](), 0

    def taken(self, text: str) -> Taken:
        for line in _lines(text):
            self._line(line)
        self._close()
        return Taken(entries=tuple(self._entries), skipped=tuple(self._skipped), notes=tuple(self._notes()))

    def _line(self, line: Line) -> None:
        codes, name = BRACKETS.findall(line.text), BRACKETS.sub("", line.text).strip()
        if line.text.startswith("!") and "=" in line.text:
            self._skip(line.number, "it is a set of words for agents, and names no actor")
        elif "[" in name or "]" in name:
            self._skip(line.number, "a bracket is not closed")
        elif not name or name.startswith("+"):
            self._more(line, name[1:].strip(), codes)
        else:
            self._close()
            self._names = [Line(number=line.number, text=name)]
            self._codes = [Line(number=line.number, text=code) for code in codes]

    def _more(self, line: Line, name: str, codes: list[str]) -> None:
        """Another name of the actor before, or more of its codes."""
        if not self._names:
            self._skip(line.number, "it belongs to no name before it")
            return
        self._names += [Line(number=line.number, text=name)] if name else []
        self._codes += [Line(number=line.number, text=code) for code in codes]

    def _close(self) -> None:
        """Keep the actor whose lines have ended."""
        if not self._names:
            return
        first = self._names[0]
        try:
            self._keep(self._spelled(), [term for line in self._codes if (term := self._term(line))])
        except Wrong as wrong:
            self._skip(first.number, str(wrong))
        self._names, self._codes = [], []

    def _keep(self, names: tuple[str, ...], terms: list[Term]) -> None:
        """The terms of one actor; it is of one kind in all of them. Wrong where it is none."""
        if not self._codes:
            raise Wrong(f"{self._names[0].text!r} has no code in brackets")
        kind = _kind(names[0], terms)
        if kind is not ActorKind.PERSON and terms and not any(term.code.roles for term in terms):
            raise Wrong(f"{names[0]!r} is coded as a country or place alone; reportedly knows those from its own tables")
        for term in terms:
            entry, left = named(_entry(names, kind, term))
            self._left.update(term.code.left)
            self._names_left += left
            self._entries.append(entry)

    def _spelled(self) -> tuple[str, ...]:
        """The names as print writes them; of other names, those that are none are left out."""
        found = dict.fromkeys(name for n in _readings(self._names[0].text) for name in [name_of(n)])
        for line in self._names[1:]:
            try:
                found.update(dict.fromkeys(name_of(n) for n in _readings(line.text)))
            except Wrong:
                self._names_left += 1
        return tuple(found)

    def _term(self, line: Line) -> Term | None:
        """What a bracket says; None where it is passed over."""
        try:
            return _code(line.text)
        except Wrong as wrong:
            self._skip(line.number, str(wrong))
            return None

    def _skip(self, line: int, reason: str) -> None:
        self._skipped.append(Skipped(file=self._file, line=line, reason=reason))

    def _notes(self) -> Iterator[str]:
        if self._left:
            most = ", ".join(f"{code} {count}" for code, count in self._left.most_common(MOST_LEFT))
            rest = f", and {len(self._left) - MOST_LEFT} more" if len(self._left) > MOST_LEFT else ""
            yield f"parts of codes left out, because PLOVER has no such sector: {most}{rest}"
        if self._names_left:
            yield f"other names left out, because they name a country, its people or a common noun: {self._names_left}"


def _lines(text: str) -> Iterator[Line]:
    """The lines that hold anything, without comments."""
    bare = MARKUP.sub(lambda found: "\n" * found[0].count("\n"), text)
    for number, line in enumerate(bare.split("\n"), 1):
        if words := COMMENT.split(line, maxsplit=1)[0].strip():
            yield Line(number=number, text=words)


def _readings(text: str) -> tuple[str, ...]:
    """The names in a name: "DAWN_FRONT_(DF)_" gives two."""
    words = text.replace("_", " ").strip()
    parts = IN_BRACKETS.fullmatch(words)
    return (*written(parts["name"]), *written(parts["other"])) if parts else written(words)


def _kind(name: str, terms: list[Term]) -> ActorKind:
    """By the name, by the roles of all terms, and by whether there are days, as persons mostly have."""
    roles = [set(term.code.roles) for term in terms]
    personal = any(term.start or term.end or "ELI" in term.code.roles for term in terms)
    return kinds.guess(name, tuple(set.intersection(*roles)) if roles else (), personal=personal)


def _entry(names: tuple[str, ...], kind: ActorKind, term: Term) -> Entry:
    code = term.code
    return Entry(name=names[0], names=names[1:], kind=kind, country=code.country, roles=code.roles, start=term.start, end=term.end)


def _code(text: str) -> Term:
    """What a bracket says. Wrong where it holds no actor's code."""
    days = DAYS.search(text)
    code = (text[: days.start()] + text[days.end() :] if days else text).strip()
    if code.startswith("~"):
        raise Wrong(f"[{code}] is the code of an agent, a common noun, and names no actor")
    if code.strip("-") == "":
        raise Wrong(f"[{text}] gives no code: the dictionary tells to leave the name alone")
    start, end = ordered(*_days(days)) if days else (None, None)
    return Term(code=coded(code), start=start, end=end)


def _days(found: re.Match[str]) -> tuple[date | None, date | None]:
    """The first and last day: `<` is before a day, `>` is from it on, one day alone is only that day."""
    one = _day(found["one"])
    if found["sign"]:
        return (None, one - timedelta(days=1)) if found["sign"] == "<" else (one, None)
    return one, _day(found["other"]) if found["other"] else one


def _day(figures: str) -> date:
    """The day of YYMMDD or YYYYMMDD; as in PETRARCH, what follows eight figures does not count."""
    if len(figures) == 6:
        figures = ("20" if int(figures[:2]) <= LAST_SHORT_YEAR else "19") + figures
    try:
        return date(int(figures[:4]), int(figures[4:6]), int(figures[6:8]) if len(figures) >= 8 else 0)
    except ValueError:
        raise Wrong(f"{figures} is no day; it must be written YYMMDD or YYYYMMDD") from None

"""How a report's words about each country stand to an actor: what is named before it, beside it, first, or most often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from math import ceil

import msgspec

from reportedly.layers.actors.abroad import abroad
from reportedly.layers.actors.entity import Entity
from reportedly.layers.actors.found import Found
from reportedly.layers.actors.nations import Nation, Sort
from reportedly.layers.metonymy import literal
from reportedly.model import MentionForm
from reportedly.text import Parsed
from reportedly.text.parsed import Token

DATELINE = 0.5  # how far before the first token of the body the dateline counts, which is no part of the tokens
FAR = 3  # sentences back from which on nothing is told apart


class Land(msgspec.Struct, frozen=True, gc=False):
    """The first token of words that tell of a country: `use` is "people" for an adjective, "place", or "government"."""

    token: float
    code: str
    use: str


class Lands:
    """Where one report tells of which country."""

    def __init__(self, parsed: Parsed, words: Mapping[int, str], nations: Mapping[int, Nation], written_in: str | None) -> None:
        """`words` are the tokens that tell of a country, each with its code (ISO alpha-3); `written_in` is the dateline's."""
        self.parsed, self._tokens = parsed, parsed.tokens
        self._body = next((s.first for s in parsed.sentences if s.para >= parsed.headings), 0)
        firsts = [k for k in sorted(words) if words.get(k - 1) != words[k]]
        self.all = [Land(k, words[k], self._use(nations.get(k))) for k in firsts]
        if written_in:
            self.all.insert(sum(x.token < self._body for x in self.all), Land(self._body - DATELINE, written_in, "place"))
        self.counts = Counter(land.code for land in self.all)
        self._main = max(self.counts, key=lambda code: self.counts[code], default=None)
        self._opens = next((x.code for x in self.all if x.token >= self._body - DATELINE), None)

    def at(self, land: Land) -> Token:
        """The token that names a country, or the first of the body for the dateline's."""
        return self._tokens[ceil(land.token)]

    def _use(self, nation: Nation | None) -> str:
        if nation is None:
            return "place"
        if nation.sort is Sort.ADJECTIVE:
            return "people"
        return "place" if literal(self.parsed, nation.first, nation.last) else "government"

    def about(self, entity: Entity) -> View:
        """The same as seen from an actor."""
        return View(self, entity)

    def share(self, code: str) -> dict[str, float]:
        """How much of the report, and which part of it, a country takes."""
        clues = {"share": self.counts[code] / max(1, len(self.all))}
        marks = {"main": code == self._main, "opens the report": code == self._opens}
        return clues | {name: 1.0 for name, so in marks.items() if so}


class View:
    """The words that tell of countries as they stand to the first mention in the body that says something of an actor."""

    def __init__(self, lands: Lands, entity: Entity) -> None:
        self._lands, self._tokens = lands, lands.parsed.tokens
        self._found = _first(lands.parsed, entity)
        self._sentence, self._paragraph = (getattr(self._tokens[self._found.head], x) for x in ("sent", "para"))
        self._away = abroad(lands.parsed, entity)
        self._before = [x for x in lands.all if x.token < self._found.first and x.token not in self._away]
        self._inside = [x for x in lands.all if self._found.first <= x.token <= self._found.last]
        self._after = [x for x in lands.all if x.token > self._found.last and self._lands.at(x).sent == self._sentence]

    @property
    def codes(self) -> set[str]:
        """Every country that the report tells of."""
        return {x.code for x in self._lands.all}

    @property
    def nothing_before(self) -> bool:
        """Whether the report tells of no country before the actor."""
        return not self._before

    def clues(self, code: str) -> dict[str, float]:
        """What the words about a country say for it."""
        return self._lands.share(code) | dict.fromkeys(self._marks(code), 1.0)

    def _marks(self, code: str) -> Iterator[str]:
        yield from self._backward(code)
        if any(x.code == code for x in self._after):
            yield "named after"
        if self._after and self._after[0].code == code:
            yield "first named after"
        if inside := next((x for x in self._inside if x.code == code), None):
            yield from ("named inside", f"inside as {inside.use}")
        if away := [x for x in self._lands.all if x.code == code and x.token in self._away]:
            yield "away" if len(away) < self._lands.counts[code] else "away only"

    def _backward(self, code: str) -> Iterator[str]:
        """What is named before the actor, the nearest first."""
        said = [x for x in self._before if x.code == code]
        if not said:
            yield "not named before"
            return
        back = self._sentence - self._lands.at(said[-1]).sent
        yield from (f"named {min(back, FAR)} back", f"last as {said[-1].use}")
        if self._before[-1].code == code:
            yield "named last before"
        here = [x for x in self._before if self._lands.at(x).para == self._paragraph]
        if any(x.code == code for x in here):
            yield "in the paragraph before" if len({x.code for x in here}) > 1 else "alone in the paragraph before"
        for name, n in (("opens the sentence", 0), ("opens the sentence before", 1)):
            if next((x.code for x in self._before if self._lands.at(x).sent == self._sentence - n), None) == code:
                yield name


def _first(parsed: Parsed, entity: Entity) -> Found:
    """The first mention that is no pronoun, of those in the body where there are any."""
    told = [m for m in entity.mentions if m.form is not MentionForm.PRONOUN] or entity.mentions
    return next((m for m in told if parsed.tokens[m.head].para >= parsed.headings), told[0])

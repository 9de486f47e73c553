"""Which country the words about an actor speak of, where its own words say none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from reportedly.layers.actors.nations import Nation, Sort, a_side
from reportedly.layers.metonymy import literal
from reportedly.model import Place, PlaceUse
from reportedly.text import Parsed
from reportedly.text.parsed import Token

# The share of a report's country mentions that makes its main country the home of whom it says no country, where the paragraph
# names no other. On 34 reports of the corpus: right for 86% of persons and unnamed actors at 0.3, 78% of named organisations at 0.4;
# without the paragraph 72% and 60%.
HOME, HOME_OF_NAMED = 0.3, 0.4
# The share from which persons and bodies without any other tie are given it all the same. On 49 reports: of those so left without a
# country, named or with a role, 40 of 53 were of the main one where their sentence names none, and 3 of no country.
LAST_HOME = 0.4
ABROAD = 0.5  # a dateline's country that has less than that share of the main one's mentions is only where the reporter is
DATELINE = 3  # what the dateline counts for, in mentions


class Scene:
    """The countries of a report by token: those it names, and those in which its places lie."""

    def __init__(self, parsed: Parsed, nations: dict[int, Nation], places: tuple[Place, ...]) -> None:
        self.nations, self.headings = nations, parsed.headings
        self._at = {k: n.code for k, n in nations.items()}
        for place in places:
            if place.country and place.use is PlaceUse.LITERAL and (token := parsed.token_at(place.spans[0].start)):
                self._at.setdefault(token.i, place.country)
                if last := parsed.token_at(place.spans[0].end - 1):
                    self._at.setdefault(last.i, place.country)
        self._within = {t.i: p.country for p in places if p.country for t in parsed.tokens_in(p.spans[0]) if not a_side(parsed.tokens, t.i)}
        self._sentences: dict[int, set[str]] = {}
        for k, code in self._at.items():
            self._sentences.setdefault(parsed.tokens[k].sent, set()).add(code)
        self._firm = {n.code for n in nations.values() if n.sort is Sort.ADJECTIVE or not literal(parsed, n.first, n.last)}
        counts: Counter[str] = Counter()
        self._paragraphs: dict[int, set[str]] = {}
        self._tokens: dict[int, list[int]] = {}  # by paragraph
        for k in sorted(self._at):
            self._paragraphs.setdefault(parsed.tokens[k].para, set()).add(self._at[k])
            self._tokens.setdefault(parsed.tokens[k].para, []).append(k)
            if k not in nations or nations[k].first == k:
                counts[self._at[k]] += 1
        self._dateline: str | None = None
        self._written_in: set[str] = set()
        for place in places:
            if place.country and parsed.dateline and parsed.dateline.holds(place.spans[0]):
                self._dateline = self._dateline or place.country
                self._written_in.add(place.country)
                counts[place.country] += DATELINE
                self._firm.add(place.country)
        self._firm |= {code for code, n in counts.items() if n > 1}
        self._main = max(counts, key=lambda code: (counts[code], code == self._dateline), default=None)
        if self._main != self._dateline and [*counts.values()].count(counts[self._main or ""]) > 1:
            self._main = None  # two countries are spoken of as often
        if self._dateline and not DATELINE + 1 < counts[self._dateline] > counts[self._main or ""] * ABROAD:
            self._dateline = None
        self._share = counts[self._main] / counts.total() if self._main else 0.0

    def at(self, token: int) -> str | None:
        """The country that a token names, or in which the place that it names lies."""
        return self._at.get(token)

    def within(self, first: int, last: int) -> str | None:
        """The country of the place that the words of a phrase name: "the Lima newspaper"."""
        return next((self._within[k] for k in range(first, last + 1) if k in self._within), None)

    def near(self, sentence: int, share: float) -> str | None:
        """The main country, where a sentence names none or it too."""
        said = self._sentences.get(sentence, set())
        return self.main(share) if not said or self._main in said else None

    def main(self, share: float) -> str | None:
        """The country most spoken of, where it has that share of all mentions."""
        return self._main if self._share >= share else None

    def state(self, share: float) -> str | None:
        """The country whose "the government" is: that of the dateline, where the report names it again, else the main one.

        None where all that tells of it is one place where something was done.
        """
        main = self._dateline or self.main(share)
        return main if main in self._firm else None

    def told_but_by(self, code: str | None, words: Collection[int]) -> str | None:
        """A country, where other words than these tell of it, or the dateline."""
        told = code in self._written_in or any(k not in words for k, c in self._at.items() if c == code)
        return code if told else None

    def alone(self, head: Token, codes: set[str]) -> bool:
        """Whether the paragraph of a token names no other countries before it, their peoples and places included."""
        return all(self._at[k] in codes for k in self._tokens.get(head.para, ()) if k < head.i)

    def home(self, paragraph: int, share: float) -> str | None:
        """The country most spoken of, where it has that share of all mentions and the paragraph names no other."""
        alone = self._paragraphs.get(paragraph, set()) <= {self._main}
        return self.main(share) if alone else None

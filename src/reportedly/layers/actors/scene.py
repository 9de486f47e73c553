"""Which country the words about an actor speak of, where its own words say none."""

from __future__ import annotations

from collections import Counter

from reportedly.layers.actors.nations import Nation
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
        self._within = {t.i: p.country for p in places if p.country for t in parsed.tokens_in(p.spans[0])}
        self._sentences: dict[int, set[str]] = {}
        for k, code in self._at.items():
            self._sentences.setdefault(parsed.tokens[k].sent, set()).add(code)
        counts: Counter[str] = Counter()
        self._paragraphs: dict[int, set[str]] = {}
        self._named: dict[int, list[int]] = {}  # tokens of nations by paragraph
        for k in nations:
            self._named.setdefault(parsed.tokens[k].para, []).append(k)
        for k in sorted(self._at):
            self._paragraphs.setdefault(parsed.tokens[k].para, set()).add(self._at[k])
            if k not in nations or nations[k].first == k:
                counts[self._at[k]] += 1
        for place in places:
            if place.country and parsed.dateline and parsed.dateline.holds(place.spans[0]):
                counts[place.country] += DATELINE
        self._main = max(counts, key=counts.__getitem__, default=None)
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

    def alone(self, head: Token, codes: set[str]) -> bool:
        """Whether the paragraph of a token names no other countries before it, their peoples included."""
        return all(self.nations[k].code in codes for k in self._named.get(head.para, ()) if k < head.i)

    def home(self, paragraph: int, share: float) -> str | None:
        """The country most spoken of, where it has that share of all mentions and the paragraph names no other."""
        alone = self._paragraphs.get(paragraph, set()) <= {self._main}
        return self.main(share) if alone else None

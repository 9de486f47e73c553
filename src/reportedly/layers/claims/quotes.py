"""The double quotations of a report in tokens: which runs on into which, and which stand alone."""

from __future__ import annotations

from bisect import bisect_right

import msgspec

from reportedly.text import Parsed

_STOPS = frozenset({".", "?", "!", "\u2026", "..."})
_RUN_LIMIT = 40  # paragraphs that one running quotation may fill


class Quoted(msgspec.Struct, frozen=True, gc=False):
    """A quotation in tokens, marks included, with its number in reading order."""

    n: int
    first: int
    last: int
    closed: bool
    para: int


class Quotes:
    """The double quotations of a report, by token."""

    def __init__(self, parsed: Parsed) -> None:
        self.all: list[Quoted] = []
        self.at: dict[int, Quoted] = {}
        for q in parsed.quotations:
            if q.single or not (inside := parsed.tokens_in(q.span)):
                continue
            quoted = Quoted(len(self.all), inside[0].i, inside[-1].i, q.closed, q.paragraph)
            self.all.append(quoted)
            self.at.update(dict.fromkeys(range(quoted.first, quoted.last + 1), quoted))
        self._first = [q.first for q in self.all]
        self._parsed = parsed
        self._firsts = {s.first for s in parsed.sentences}

    def about(self, first: int, last: int) -> list[Quoted]:
        """The quotations that share a token with a stretch, or whose marks stand right at its edges."""
        n = max(0, bisect_right(self._first, first - 1) - 1)
        return [q for q in self.all[n : bisect_right(self._first, last + 1)] if q.last >= first - 1]

    def lone(self, q: Quoted) -> bool:
        """Whether a quotation is whole sentences with no words of the report before or after them in their sentence."""
        tokens = self._parsed.tokens
        if not any(t.text in _STOPS for t in tokens[max(q.first + 1, q.last - 2) : q.last + 1]):
            return False
        starts = q.first in self._firsts or q.first == 0 or tokens[q.first - 1].text in _STOPS
        return starts and (q.last + 1 >= len(tokens) or tokens[q.last + 1].para != q.para or q.last + 1 in self._firsts)

    def following(self, last: int) -> list[Quoted]:
        """The lone quotations that stand right after the sentence of a token: the speaker goes on."""
        tokens, out = self._parsed.tokens, list[Quoted]()
        at = self._parsed.sentences[tokens[last].sent].last + 1
        while len(out) < _RUN_LIMIT:
            while at < len(tokens) and tokens[at].pos == "SPACE":
                at += 1
            q = self.at.get(at)
            if q is None or q.first != at or not self.lone(q):
                return out
            out.append(q)
            at = max(q.last, self._parsed.sentences[tokens[q.last].sent].last if tokens[q.last + 1 : q.last + 2] else q.last) + 1
        return out

    def run(self, quoted: Quoted) -> list[Quoted]:
        """The quotation with those that it runs on into, paragraph by paragraph."""
        first = last = quoted.n
        while first > 0 and quoted.n - first < _RUN_LIMIT and self._joined(first - 1):
            first -= 1
        while last - quoted.n < _RUN_LIMIT and self._joined(last):
            last += 1
        return self.all[first : last + 1]

    def _joined(self, n: int) -> bool:
        """Whether a quotation is left open at its paragraph's end and the next paragraph opens with marks again."""
        if n + 1 >= len(self.all) or self.all[n].closed:
            return False
        return self.all[n + 1].para == self.all[n].para + 1 and self.all[n + 1].first == self.all[n].last + 1

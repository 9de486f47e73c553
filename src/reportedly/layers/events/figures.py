"""Counts that belong to an event: the dead, the wounded, the arrested, the crowd, the money."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from reportedly.knowledge.figures import MULTIPLIERS, FigureWords
from reportedly.layers.events.clauses import Grammar
from reportedly.layers.events.draft import Draft
from reportedly.model import EventType, Figure, FigureKind
from reportedly.text import Parsed, Token

DIGITS = re.compile(r"[$€£¥]?(\d[\d,]*(?:\.\d+)?)(k|m|bn|tn)?$", re.IGNORECASE)
YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
BEFORE_YEARS = frozenset({"in", "since", "by", "until", "of"})
COUNTING = frozenset({"nummod", "amod", "quantmod", "det", "compound"})
SHORT = {"k": 1e3, "m": 1e6, "bn": 1e9, "tn": 1e12}
AT_LEAST = frozenset({"least", "over", "above", "minimum"})
AT_MOST = frozenset({"most", "under", "below", "up", "maximum"})
MORE, LESS = frozenset({"more"}), frozenset({"less", "fewer"})
ABOUT = frozenset("at than to about around some nearly almost roughly approximately between estimated as many".split())
JOINTS = frozenset({"a", "of", "the", "and", "or", "-", "–", "$", "€", "£", "¥", "us$", "half"})
MODIFIERS = AT_LEAST | AT_MOST | MORE | LESS | ABOUT | JOINTS
EDGES = frozenset({"of", "the", "and", "or", "as", "a", "to", "-"})  # no part of a figure where it begins with them
FARTHEST = 4  # words before a number that may bound it: "as many as", "at least some"
PAYING = frozenset(EventType) - {EventType.ASSAULT, EventType.CONSULT, EventType.PROTEST, EventType.MOBILIZE, EventType.REQUEST}
SHOT = frozenset({"shoot", "gun", "stab", "hack", "beat"})
LEAVING = frozenset({"leave", "claim", "cost"})
HARMED = frozenset({FigureKind.DEAD, FigureKind.INJURED})


class Counter:
    """Finds the counts of one report's events."""

    def __init__(self, parsed: Parsed, grammar: Grammar, words: FigureWords, person: Callable[[Token], bool]) -> None:
        """`person` says whether a noun stands for persons."""
        self.parsed, self.tokens, self.grammar, self.words, self.person = parsed, parsed.tokens, grammar, words, person

    def figures(self, draft: Draft) -> tuple[Figure, ...]:
        """The counts of a draft, in reading order, each once."""
        found: dict[tuple[int, int], Figure] = {}
        for kind, noun in self._counted(draft):
            for head in self.grammar.expand(noun):
                if (figure := self._figure(kind, head)) is not None:
                    found.setdefault((figure.spans[0].start, figure.spans[-1].end), figure)
        return tuple(found[key] for key in sorted(found))

    def _counted(self, draft: Draft) -> Iterable[tuple[FigureKind, Token]]:
        """The nouns that may have a count, with what is counted."""
        lemma = draft.trigger.lemma
        crowd = FigureKind.PRESENT if draft.type is EventType.PROTEST else None
        kind = self.words.verbs.get(lemma) or self.words.nouns.get(lemma) or crowd
        side = draft.actor if kind is FigureKind.PRESENT else draft.recipient
        if draft.type is EventType.ASSAULT and self._shot_dead(draft.trigger):
            kind = FigureKind.DEAD
        if kind is not None:
            yield from ((kind, t) for t in side if kind is not FigureKind.ARRESTED or self.person(t))
        for verb, victims in draft.harms:
            yield from ((self.words.verbs.get(verb.lemma, FigureKind.OTHER), t) for t in victims)
        yield from self._left(draft)
        head, own = draft.verb or draft.trigger, draft.trigger
        for t in self.tokens[min(head.left, own.left) : max(head.right, own.right) + 1]:
            if (named := self.words.nouns.get(t.lemma)) is not None and t.pos in {"NOUN", "ADJ", "VERB"} and self._fits(draft, named):
                yield named, t
            elif t.ent == "MONEY" and t.iob == 3 and draft.type in PAYING:
                yield FigureKind.MONEY, t

    def _shot_dead(self, trigger: Token) -> bool:
        """ "shot dead two teachers", "were shot dead"."""
        after = self.tokens[trigger.i + 1 : trigger.i + 2]
        return trigger.lemma in SHOT and any(t.lower == "dead" for t in after)

    def _left(self, draft: Draft) -> Iterable[tuple[FigureKind, Token]]:
        """ "The attack left at least 12 people dead and 30 wounded", "claimed 12 lives": what the noun's verb says of it."""
        verb = self.tokens[draft.trigger.head]
        if draft.trigger.dep != "nsubj" or verb.lemma not in LEAVING:
            return
        for t in reversed(self.tokens[verb.i + 1 : verb.right + 1]):  # the wounded first: they are coordinated with the dead
            kind = self.words.nouns.get(t.lemma) or (FigureKind.DEAD if t.lemma == "life" else self.words.verbs.get(t.lemma))
            if kind in HARMED and kind is not None:
                before = next((n for n in reversed(self.tokens[max(verb.i + 1, t.i - 3) : t.i + 1]) if self._stretch(n)), None)
                if before is not None:
                    yield kind, before

    def _fits(self, draft: Draft, kind: FigureKind) -> bool:
        return kind not in HARMED or draft.type in {EventType.ASSAULT, EventType.PROTEST, EventType.COERCE}

    def _figure(self, kind: FigureKind, head: Token) -> Figure | None:
        stretch = self._money(head) if kind is FigureKind.MONEY else self._stretch(head)
        if stretch is None:
            return None
        bounds = self._bounds(self.tokens[stretch[0] : stretch[1] + 1])
        if bounds is None:
            return None
        words = self.parsed.words(stretch)
        return Figure(spans=words.spans, text=words.text, kind=kind, low=bounds[0], high=bounds[1])

    def _money(self, first: Token) -> tuple[int, int]:
        last = first.i
        while last + 1 < len(self.tokens) and self.tokens[last + 1].ent == "MONEY" and self.tokens[last + 1].iob == 1:
            last += 1
        return self._widened(first.i, last)

    def _stretch(self, head: Token) -> tuple[int, int] | None:
        """The number before a noun, or the noun where it is itself a number: "at least 12 people", "dozens", "killing 20"."""
        if self._number(head):
            return self._widened(head.i, head.i)
        for k in head.kids:
            kid = self.tokens[k]
            if kid.i < head.i and kid.dep in COUNTING and self._number(kid) and not self._year(kid):
                return self._widened(kid.i, kid.i)
        return None

    def _year(self, number: Token) -> bool:
        """Whether a number is when it was: "In 1996 two people"."""
        return number.i > 0 and YEAR.match(number.text) is not None and self.tokens[number.i - 1].lower in BEFORE_YEARS

    def _widened(self, first: int, last: int) -> tuple[int, int]:
        """With the numbers and the "at least", "more than", "up to" about it."""
        sentence = self.parsed.sentences[self.tokens[first].sent]
        floor = max(sentence.first, first - FARTHEST)
        while first > floor and (self.tokens[first - 1].lower in MODIFIERS or self._number(self.tokens[first - 1])):
            if self._year(self.tokens[first - 1]):
                break
            first -= 1
        while last < sentence.last and self._number(self.tokens[last + 1]):
            last += 1
        while first < last and self.tokens[first].lower in EDGES and not self.tokens[first + 1].lower.startswith("dozen"):
            first += 1
        return first, last

    def _number(self, t: Token) -> bool:
        return t.lower in self.words.numbers or DIGITS.match(t.text) is not None

    def _bounds(self, tokens: tuple[Token, ...]) -> tuple[float | None, float | None] | None:
        """Low and high of a stretch; None where it holds no number."""
        lowers = [t.lower for t in tokens]
        groups = self._values(tokens)
        if not groups:
            return None
        if len(groups) > 1 and groups[0][0] < groups[-1][0]:
            return groups[0][0], groups[-1][1]
        low, high = groups[0]
        if set(lowers) & AT_LEAST or (set(lowers) & MORE and "than" in lowers):
            return low, None
        if set(lowers) & AT_MOST or (set(lowers) & LESS and "than" in lowers):
            return None, high
        return low, high

    def _values(self, tokens: tuple[Token, ...]) -> list[tuple[float, float | None]]:
        """The numbers of a stretch, "two hundred thousand" as one."""
        found: list[tuple[float, float | None]] = []
        fresh = True
        for t in tokens:
            value = self._value(t)
            if value is None:
                fresh = fresh or t.lower not in {"and", "a"} or not found
                continue
            low, high = value
            if found and not fresh and (low in MULTIPLIERS or t.lower == "dozen"):
                a, b = found[-1]
                found[-1] = (a * low, None if b is None or high is None or a == 2 and b is None else b * high)
            elif found and not fresh and low < 100:
                a, b = found[-1]
                found[-1] = (a + low, None if b is None else b + low)
            else:
                found.append((low, high))
            fresh = False
        return found

    def _value(self, t: Token) -> tuple[float, float | None] | None:
        if (named := self.words.numbers.get(t.lower)) is not None:
            return named
        match = DIGITS.match(t.text)
        if match is None:
            return None
        value = float(match[1].replace(",", "")) * SHORT.get((match[2] or "").lower(), 1.0)
        return value, value

"""What the encoder makes of the words of a report as events: where one is told of, its type, mode and status, and its sides."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby

import msgspec

from reportedly.knowledge.event_rows import event_classes
from reportedly.knowledge.heads import heads
from reportedly.knowledge.plover import plover
from reportedly.layers.heard import odds, softmax
from reportedly.layers.paired import Paired
from reportedly.model import EventType, Status
from reportedly.text import Parsed, Token
from reportedly.text.encoding import Encoded

ACTING = frozenset({"VERB", "NOUN", "ADJ", "AUX"})  # what a word that tells of an event may be
SEEN = 0.1  # chance from which a word may tell of an event
SEVERAL = 2  # types that are weighed at a word
# F1 of typed pairs at 0.2, 0.3, 0.4, 0.5: plover 0.739, 0.742, 0.743, 0.725, headlines without statements 0.320, 0.308, 0.317, 0.310.
# To drop what the encoder takes for no side at all made plover 0.64.
LIKELY = 0.4  # chance from which a word is taken to belong to a side
BETTER = 0.6  # by how much another word must be likelier than what the tables have
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "NUM"})
NO_MODES = {"": 0}
LEAST = 0.001  # no chance is taken to be smaller


class Side(msgspec.Struct, frozen=True, gc=False):
    """The chance of each token of a sentence, from `first` on, to belong to a side of an event."""

    first: int
    chances: list[float]

    def tokens(self) -> list[int]:
        """The likely ones."""
        return [self.first + k for k, chance in enumerate(self.chances) if chance > LIKELY]

    def chance(self, tokens: Iterable[int]) -> float:
        """The greatest chance among these tokens."""
        return max((self.chances[k - self.first] for k in tokens if 0 <= k - self.first < len(self.chances)), default=0.0)


class Act(msgspec.Struct, frozen=True, gc=False):
    """What is heard at a word: the chance of each type and of each status, the scores of the modes, and both sides."""

    types: dict[EventType, float]
    statuses: dict[Status, float]
    modes: list[float]
    actor: Side
    recipient: Side

    @property
    def happens(self) -> float:
        """The chance that the word tells of an event."""
        return sum(self.types.values())

    def likeliest(self) -> list[EventType]:
        """The types that are not unlikely, the likeliest first."""
        return sorted((t for t, chance in self.types.items() if chance >= SEEN), key=lambda t: -self.types[t])[:SEVERAL]

    def mode(self, event_type: EventType, said: Collection[str]) -> str | None:
        """The likeliest mode of a type, or none; one that is of a weapon only where a word of it is `said` in the sentence."""
        of = places_of_modes().get(event_type, NO_MODES)
        return max((name for name in of if _is_told(name, said)), key=lambda name: self.modes[of[name]]) or None

    def heard(self, event_type: EventType) -> float:
        """The log-odds of a type."""
        return odds(self.types[event_type], LEAST)


class Acts:
    """What the encoder hears in one report."""

    def __init__(self, parsed: Parsed, encoded: Sequence[Encoded]) -> None:
        self._parsed = parsed
        self._windows = [_Window(parsed, e) for e in encoded if e.tokens]
        self._found: dict[int, Act] = {}

    def seen(self) -> list[int]:
        """The words at which an event may be told of."""
        return [i for w in self._windows for i in w.seen]

    def prepare(self, words: Iterable[int]) -> None:
        """Work out what is heard at these words, those of a window together."""
        wanted = sorted(set(words) - self._found.keys())
        for w in self._windows:
            here = [i for i in wanted if w.first <= i <= w.last]
            self._found |= zip(here, w.acts(here), strict=True)

    def at(self, word: int) -> Act | None:
        """What is heard at a word that was prepared."""
        return self._found.get(word)


class _Window:
    """A window with what the heads make of its words that may tell of events."""

    def __init__(self, parsed: Parsed, encoded: Encoded) -> None:
        self._parsed, self._vectors = parsed, encoded.vectors
        self.first, self.last = encoded.tokens[0], encoded.tokens[-1]
        words = [i for i in encoded.tokens if parsed.tokens[i].pos in ACTING]
        types = softmax(heads().types(heads().acts(encoded.vectors[[i - self.first for i in words]])))
        self.seen = [words[k] for k in (types[:, 0] < 1 - SEEN).nonzero()[0].tolist()]

    def acts(self, words: Sequence[int]) -> Iterator[Act]:
        """What is heard at words of this window; the sides are looked for in their sentences."""
        if not words:
            return
        known = heads()
        hidden = known.acts(self._vectors[[i - self.first for i in words]])
        types, modes, states = (
            softmax(known.types(hidden))[:, 1:].tolist(),
            known.modes(hidden).tolist(),
            softmax(known.states(hidden)).tolist(),
        )
        for n, (actor, recipient) in enumerate(self._sides(words)):
            yield Act(
                types=dict(zip(event_types(), types[n], strict=True)),
                statuses=dict(zip(statuses(), states[n], strict=True)),
                modes=modes[n],
                actor=actor,
                recipient=recipient,
            )

    def _sides(self, words: Sequence[int]) -> Iterator[tuple[Side, Side]]:
        """For each word the chances of the tokens of its sentence to be its actor and its recipient; those of a sentence together."""
        tokens, sentences = self._parsed.tokens, self._parsed.sentences
        for sent, of in groupby(words, key=lambda i: tokens[i].sent):
            first, last = max(sentences[sent].first, self.first), min(sentences[sent].last, self.last)
            paired = Paired(self._vectors, heads().event, range(first - self.first, last + 1 - self.first))
            for actor, recipient in zip(*paired.chances([(i - self.first, i - self.first) for i in of]).tolist(), strict=True):
                yield Side(first, actor), Side(first, recipient)


def _is_told(mode: str, said: Collection[str]) -> bool:
    """Whether a sentence with these lemmas may tell of a mode: in short sentences the encoder takes any strike for one by a drone."""
    means = event_classes().get(f"means_{mode}")
    return means is None or not means.isdisjoint(said)


@cache
def event_types() -> tuple[EventType, ...]:
    """The types that the encoder tells apart, in its order."""
    return tuple(EventType(name) for name in heads().names["types"] if name)


@cache
def statuses() -> tuple[Status, ...]:
    """The statuses that it tells apart, in its order."""
    return tuple(Status(name) for name in heads().names["states"])


@cache
def places_of_modes() -> dict[EventType, dict[str, int]]:
    """For each type that has modes the place of each among the scores, "" that of none."""
    names = heads().names["modes"]
    return {t: {name: names.index(name) for name in ("", *known.modes)} for t, known in plover().types.items() if known.modes}


def nouns(parsed: Parsed, side: Side) -> tuple[Token, ...]:
    """The heads of the likeliest stretch of words of a side and of those coordinated with it, in reading order."""
    found: list[list[int]] = []
    for i in side.tokens():
        if found and i - found[-1][-1] <= 1:
            found[-1].append(i)
        else:
            found.append([i])
    tops = {_top(parsed, run).i: side.chance(run) for run in found}
    tops = {i: chance for i, chance in tops.items() if parsed.tokens[i].pos in NOMINAL}
    if not tops:
        return ()
    likeliest = _coordinated(parsed, max(tops, key=lambda i: tops[i]))
    return tuple(parsed.tokens[i] for i in tops if _coordinated(parsed, i) == likeliest)


def _top(parsed: Parsed, run: list[int]) -> Token:
    """The word of a stretch that the others hang on."""
    return next((t for i in run if (t := parsed.tokens[i]).head not in run or t.head == t.i), parsed.tokens[run[-1]])


def _coordinated(parsed: Parsed, i: int) -> int:
    """The first of the words that a word is coordinated with, or itself."""
    while parsed.tokens[i].dep == "conj":
        i = parsed.tokens[i].head
    return i

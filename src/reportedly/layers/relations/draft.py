"""A tie as it is first read, and what the words around it make of its status."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection
from datetime import date

from reportedly.knowledge.relations import RelationWords
from reportedly.layers.base import Facts
from reportedly.layers.relations.sides import Side
from reportedly.model import Manner, Record, RelationType, Span, Status, Time
from reportedly.text import Parsed, Token

REAL = frozenset({Status.HAPPENED, Status.ONGOING})
BEGINS, ENDS = frozenset({"since", "from"}), frozenset({"until", "till", "to"})
PRESUPPOSED = frozenset({"acl", "amod"})  # "the front led by X was not there": it is led by X all the same
PAST = frozenset({"VBD"})


class Draft(Record, frozen=True, kw_only=True):
    """A relation before duplicates are taken out; the evidence is tokens [first, last].

    `implied` where no word names the object and the subject's own country is meant.
    """

    type: RelationType
    subject: Side
    object: Side
    first: int
    last: int
    status: Status
    start: date | None = None
    end: date | None = None
    implied: bool = False


class Standing:
    """Status and duration of the ties of one report."""

    def __init__(self, parsed: Parsed, facts: Facts, words: RelationWords) -> None:
        self.parsed, self.tokens, self.lists = parsed, parsed.tokens, words.lists
        self._status = {p.spans[0].start: p.status for p in facts.predicates if p.spans}
        self._times: dict[int, Time] = {t.spans[0].start: t for t in facts.times if t.spans}
        reported = sorted((s.start, s.end) for c in facts.claims if c.manner is not Manner.DIRECT and c.cue.spans for s in c.content.spans)
        self._reported = [Span(a, b) for a, b in reported]
        self._starts = [s.start for s in self._reported]

    def of_verb(self, verb: Token, *, lasting: bool = False) -> Status:
        """The status of a tie that a verb says; `lasting` where what it brought about holds on."""
        status = self._status.get(verb.start, Status.HAPPENED)
        if verb.dep in PRESUPPOSED and verb.tag in ("VBN", "VBG"):
            return Status.ONGOING
        if status not in REAL:
            return status
        return Status.ONGOING if lasting or not self._over(verb) else Status.HAPPENED

    def _over(self, verb: Token) -> bool:
        """Whether the tense puts it in the past: "led", "was led", "had led"; not where a claim shifts the tense."""
        aux = [k.lower for k in self.parsed.children(verb, "aux", "auxpass")]
        if "had" in aux or "used" in aux:
            return True
        if any(w in ("is", "are", "'s", "'re", "has", "have", "being", "am", "does", "do") for w in aux):
            return False
        past = verb.tag in PAST or any(w in ("was", "were") for w in aux)
        return past and not self._is_reported(verb) and not (verb.tag == "VBG" and "was" not in aux)

    def _is_reported(self, t: Token) -> bool:
        k = bisect_right(self._starts, t.start)
        return any(t.start < s.end for s in self._reported[max(0, k - 6) : k])

    def of_noun(self, noun: Token, before: Collection[str]) -> Status | None:
        """The status of a tie that a noun says, given the words before it in its phrase; None where it is no tie."""
        if self.lists["never"].intersection(before):
            return None
        status = self._of_clause(noun)
        if status in REAL and self.lists["past"].intersection(before):
            return Status.HAPPENED
        if status is Status.ONGOING and self.lists["coming"].intersection(before):
            return Status.EXPECTED
        if status is Status.ONGOING and self.lists["doubted"].intersection(before):
            return Status.POSSIBLE
        return status

    def _of_clause(self, noun: Token) -> Status:
        """Ongoing, or what the copula says of a noun that it predicates."""
        governor = self.parsed.head(noun)
        if noun.dep != "attr" or governor.lemma not in ("be", "become", "remain"):
            return Status.ONGOING
        status = self._status.get(noun.start, self._status.get(governor.start, Status.HAPPENED))
        if any(k.dep == "neg" for k in self.parsed.children(governor)):
            return Status.DENIED if status is Status.DENIED else Status.DID_NOT_HAPPEN
        if status not in REAL:
            return status
        over = governor.lemma == "be" and self._over(governor)
        return Status.HAPPENED if over else Status.ONGOING

    def duration(self, t: Token) -> tuple[date | None, date | None]:
        """First and last day of the tie: what "since", "from", "until" or "to" leads to."""
        start = end = None
        for prep in self.parsed.children(t, "prep"):
            if prep.lower not in BEGINS and prep.lower not in ENDS:
                continue
            for noun in self.parsed.children(prep, "pobj"):
                time = self._times.get(self.tokens[noun.left].start) or self._times.get(noun.start)
                if time and prep.lower in BEGINS:
                    start = start or time.start
                elif time:
                    end = end or time.end
        return start, end

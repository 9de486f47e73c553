"""Who says that it happened, and what the report commits to."""

from __future__ import annotations

from bisect import bisect_right

from reportedly.knowledge.status import status_knowledge
from reportedly.layers.base import Facts
from reportedly.layers.events.draft import Draft
from reportedly.model import SILENCES, Claim, DisputeKind, Predicate, SourceKind, Stance, Status
from reportedly.text import Parsed, Token

REAL = frozenset({Status.HAPPENED, Status.ONGOING})
BACKGROUND = frozenset({"relcl", "acl"})  # what a source takes for granted
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
FEW = 4  # words of content from which a denial says for itself what it denies
LAST = 1 << 60  # later than any offset


class Attribution:
    """The claims and predicates of one report, found by token."""

    def __init__(self, parsed: Parsed, facts: Facts) -> None:
        self._parsed = parsed
        self._claims = {c.id: c for c in facts.claims}
        self._denials: dict[str, list[Claim]] = {}
        for dispute in facts.disputes:
            for claim in dispute.claims[1:] if dispute.kind is DisputeKind.DENIES else ():
                self._denials.setdefault(claim, []).append(self._claims[dispute.claims[0]])
        self._contradicted = {c for d in facts.disputes if d.kind is DisputeKind.CONTRADICTS for c in d.claims}
        self._contents = sorted((s.start, s.end, c.id) for c in facts.claims for s in c.content.spans)
        self._cues = sorted((s.start, s.end, c.id) for c in facts.claims for s in c.cue.spans)
        self._predicates: dict[int, Predicate] = {p.spans[0].start: p for p in facts.predicates}

    def claims(self, token: Token) -> tuple[str, ...]:
        """The claims that report an act: those whose content holds its trigger, and those that are made by it ("urged")."""
        return self._in_order(_holding(self._contents, token) | _holding(self._cues, token))

    def _in_order(self, held: set[str]) -> tuple[str, ...]:
        return tuple(c for c in self._claims if c in held) if held else ()

    def status(self, draft: Draft, verb: Token | None) -> Status:
        """What the report commits to; what its claims leave open is possible, whatever they say of it."""
        status = self._told(draft)
        if status not in REAL or (verb is not None and verb.dep in BACKGROUND):
            return status
        return Status.POSSIBLE if any(self._unsure(c, draft) for c in self._chain(draft)) else status

    def doubt(self, draft: Draft) -> str:
        """Which claims leave an act open, and why; "" where none does."""
        open_ = [c for c in self._chain(draft) if self._unsure(c, draft)]
        said = (
            f"{c.id} ({'denied' if self._gainsaid(c, draft) else c.source.kind if c.stance not in SILENCES else c.stance})" for c in open_
        )
        return f"possible: it rests on {', '.join(said)}" if open_ else ""

    def _chain(self, draft: Draft) -> list[Claim]:
        """The claims in whose words an act stands, those that only ask left out."""
        return [c for c in (self._claims[i] for i in sorted(_holding(self._contents, draft.trigger))) if c.stance is not Stance.ASKS]

    def _unsure(self, claim: Claim, draft: Draft) -> bool:
        """Whether a claim leaves open what it speaks of: denied, on the word of unnamed persons, or only asked about."""
        return self._gainsaid(claim, draft) or claim.source.kind is SourceKind.ANONYMOUS_PERSON or claim.stance in SILENCES

    def _gainsaid(self, claim: Claim, draft: Draft) -> bool:
        """Whether the claim is contradicted, or met by a denial that may be of this act."""
        return claim.id in self._contradicted or any(self._concerns(d, draft) for d in self._denials.get(claim.id, ()))

    def _concerns(self, denial: Claim, draft: Draft) -> bool:
        """Whether a denial has few words of its own ("denied it"), or one in common with the act or those who take part in it."""
        words = {t.lemma.lower() for s in denial.content.spans for t in self._parsed.tokens_in(s) if t.pos in CONTENT}
        act = {t.lemma.lower() for h in (draft.trigger, *draft.actor, *draft.recipient) for t in (h, *self._parsed.children(h))}
        return len(words) < FEW or bool(words & act) or self._same_side(denial, draft)

    def _same_side(self, denial: Claim, draft: Draft) -> bool:
        """Whether those who deny are named as the ones who acted."""
        heads = {t.lemma.lower() for t in draft.actor}
        said = {t.lemma.lower() for s in denial.source.spans for t in self._parsed.tokens_in(s) if t.pos in CONTENT}
        return bool(heads & said)

    def at(self, token: Token) -> Predicate | None:
        """The predicate that a token heads."""
        return self._predicates.get(token.start)

    def may_be_denied(self, trigger: Token) -> bool:
        """Whether a denial holds the act, or a negation or a word of denial stands over it in its sentence."""
        parsed = self._parsed
        if any(self._claims[c].stance is Stance.DENIES or c in self._denials for c in _holding(self._contents, trigger)):
            return True
        cues = status_knowledge().cues
        if any("denial" in {cues[pos].get(t.lemma) for pos in ("VERB", "NOUN", "ADJ")} for t in parsed.sentence(trigger)):
            return True
        chain = [trigger, *(t for t in parsed.ancestors(trigger) if t.sent == trigger.sent)]
        return any(parsed.child(t, "neg") is not None for t in chain)

    def _told(self, draft: Draft) -> Status:
        """The status of the trigger, or of the light verb where that is less certain."""
        own = self.at(draft.trigger)
        found = self._predicates.get(draft.of.start) if draft.of is not None else own
        if found is None or (own is not None and own.certainty < found.certainty):
            found = own
        if found is None:
            return draft.status or Status.HAPPENED
        return found.status if draft.status is None or found.status is Status.DENIED else draft.status


def _holding(spans: list[tuple[int, int, str]], token: Token) -> set[str]:
    """The claims of the spans that hold a token."""
    return {claim for start, end, claim in spans[: bisect_right(spans, (token.start, LAST, ""))] if token.start < end}

"""Claims: who says, believes, wants, asks, denies or will not say what, each with its source, cue and content."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from reportedly.layers.base import Facts, Layer
from reportedly.layers.claims.citing import CITING
from reportedly.layers.claims.denials import INSISTING, answers, goes_on_from, is_flat, is_negative, main_piece, statement
from reportedly.layers.claims.draft import Range
from reportedly.layers.claims.nesting import outer_of, reading_order, with_own_silences, without_doubles, without_echoes
from reportedly.layers.claims.quotes import Quotes
from reportedly.layers.claims.sources import source_of
from reportedly.layers.claims.stance import manner_of, stance_of
from reportedly.layers.claims.weighing import Chosen, choose
from reportedly.model import Claim, SourceKind, Stance
from reportedly.text import Parsed

CLAIMING = frozenset({Stance.ASSERTS, Stance.RELAYS, Stance.BELIEVES, Stance.WARNS})  # what can be answered by a denial
ANSWERED = CLAIMING | {Stance.DENIES}

MOSTLY = 0.7  # share of a content from which it is one claim passed on; 0.5 to 0.9 made no difference on our corpus


def find_claims(parsed: Parsed, facts: Facts) -> Facts:
    """The facts with every claim of the report, in reading order."""
    if not parsed.tokens:
        return facts
    chosen = reading_order(with_own_silences(parsed.tokens, without_doubles(without_echoes(choose(parsed, Quotes(parsed))))))
    outer = outer_of(chosen)
    claims = [_claim(parsed, facts, c, n, outer[n]) for n, c in enumerate(chosen)]
    return msgspec.structs.replace(facts, claims=tuple(_with_denials(parsed, facts, chosen, _with_relays(_with_cited(claims)))))


def _claim(parsed: Parsed, facts: Facts, c: Chosen, n: int, outer: int | None) -> Claim:
    return Claim(
        id=f"c{n + 1}",
        source=source_of(parsed, facts, c.draft.speaker, c.draft.head),
        cue=parsed.words(c.draft.cue),
        content=parsed.words(*c.content),
        stance=c.stance or stance_of(parsed.tokens, c.draft, c.content),
        manner=manner_of(parsed, c.content),
        via=None if outer is None else f"c{outer + 1}",
    )


def _with_cited(claims: list[Claim]) -> list[Claim]:
    """The claims, of two with one content that of the one who is cited put within that of the one who cites."""
    cited = {c.content.spans: c.id for c in claims if c.cue.text.lower() in CITING and c.source.spans}
    outer = {c.content.spans: c.id for c in claims if c.content.spans in cited and c.id != cited[c.content.spans]} if cited else {}
    return [
        msgspec.structs.replace(c, stance=Stance.RELAYS) if outer.get(c.content.spans) == c.id
        else msgspec.structs.replace(c, via=outer[c.content.spans]) if c.content.spans in outer and cited[c.content.spans] == c.id
        else c
        for c in claims
    ]  # fmt: skip


def _with_relays(claims: list[Claim]) -> list[Claim]:
    """The claims, those that only pass on what another said marked as relayed."""
    begins = {c.via: c for c in reversed(claims) if c.via and c.stance in CLAIMING and c.source.spans}
    return [
        msgspec.structs.replace(c, stance=Stance.RELAYS)
        if c.stance is Stance.ASSERTS and _passes_on(c, begins.get(c.id)) else c
        for c in claims
    ]  # fmt: skip


def _passes_on(outer: Claim, inner: Claim | None) -> bool:
    """Whether the outer claim's content is hardly more than the inner claim."""
    if inner is None or (inner.stance is Stance.BELIEVES and outer.source.kind is not SourceKind.MEDIA):
        return False
    if inner.source.actor is not None and inner.source.actor == outer.source.actor:
        return False  # "He said that he had warned them"
    return sum(len(w.text) for w in (inner.source, inner.cue, inner.content)) > MOSTLY * len(outer.content.text)


def _with_denials(parsed: Parsed, facts: Facts, chosen: list[Chosen], claims: list[Claim]) -> Iterator[Claim]:
    """The claims, assertions that something is not so marked as denials where they answer a claim.

    One that somebody insists on is taken to answer; a flat one may also go on from a denial ("denied it: nobody had been there").
    """
    negative = dict[int, Range]()
    for n, c in enumerate(claims):
        if c.stance is Stance.ASSERTS and c.content.spans:
            piece = main_piece(parsed.tokens, chosen[n].content)
            if is_negative(parsed.tokens, piece):
                negative[n] = piece
    told = (
        {n: statement(parsed, facts, n, chosen[n].content, c.source) for n, c in enumerate(claims) if n in negative or c.stance in ANSWERED}
        if negative
        else {}
    )
    said = [told[n] for n, c in enumerate(claims) if c.stance in CLAIMING and n not in negative and n in told]
    denied = [told[n] for n, c in enumerate(claims) if c.stance is Stance.DENIES and n in told]
    for n, c in enumerate(claims):
        flat = n in negative and is_flat(parsed.tokens, negative[n])
        insists = parsed.tokens[chosen[n].draft.head].lemma in INSISTING
        denies = n in negative and (insists or answers(told[n], flat, said) or (flat and goes_on_from(told[n], denied)))
        yield msgspec.structs.replace(c, stance=Stance.DENIES) if denies else c


LAYER = Layer(name="claims", version="1", requires=frozenset({"actors"}), provides=frozenset({"claims"}), run=find_claims)

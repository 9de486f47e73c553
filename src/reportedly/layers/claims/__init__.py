"""Claims: who says, believes, wants, asks, denies or will not say what, each with its source, cue and content."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from reportedly.layers.base import Facts, Layer
from reportedly.layers.claims.denials import answers, is_flat, is_negative, statement
from reportedly.layers.claims.nesting import outer_of, reading_order, without_doubles, without_echoes
from reportedly.layers.claims.quotes import Quotes
from reportedly.layers.claims.sources import source_of
from reportedly.layers.claims.stance import manner_of, stance_of
from reportedly.layers.claims.weighing import Chosen, choose
from reportedly.model import Claim, SourceKind, Stance
from reportedly.text import Parsed

CLAIMING = frozenset({Stance.ASSERTS, Stance.RELAYS, Stance.BELIEVES, Stance.WARNS})  # what can be answered by a denial

MOSTLY = 0.7  # share of a content from which it is one claim passed on; 0.5 to 0.9 made no difference on our corpus


def find_claims(parsed: Parsed, facts: Facts) -> Facts:
    """The facts with every claim of the report, in reading order."""
    if not parsed.tokens:
        return facts
    chosen = reading_order(without_doubles(without_echoes(choose(parsed, Quotes(parsed)))))
    outer = outer_of(chosen)
    claims = [_claim(parsed, facts, c, n, outer[n]) for n, c in enumerate(chosen)]
    return msgspec.structs.replace(facts, claims=tuple(_with_denials(parsed, facts, chosen, _with_relays(claims))))


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


def _with_relays(claims: list[Claim]) -> list[Claim]:
    """The claims, those of the media that only pass on another's claim marked as relayed."""
    begins = {c.via: c for c in reversed(claims) if c.via and c.stance in CLAIMING and c.source.spans}
    return [
        msgspec.structs.replace(c, stance=Stance.RELAYS)
        if c.source.kind is SourceKind.MEDIA and c.stance is Stance.ASSERTS and _passes_on(c, begins.get(c.id)) else c
        for c in claims
    ]  # fmt: skip


def _passes_on(outer: Claim, inner: Claim | None) -> bool:
    """Whether the outer claim's content is hardly more than the inner claim."""
    return inner is not None and sum(len(w.text) for w in (inner.source, inner.cue, inner.content)) > MOSTLY * len(outer.content.text)


def _with_denials(parsed: Parsed, facts: Facts, chosen: list[Chosen], claims: list[Claim]) -> Iterator[Claim]:
    """The claims, assertions that something is not so marked as denials where they answer another source's claim."""
    negative = {
        n for n, c in enumerate(claims)
        if c.stance is Stance.ASSERTS and c.content.spans and is_negative(parsed.tokens, chosen[n].content[0])
    }  # fmt: skip
    said = [n for n, c in enumerate(claims) if c.stance in CLAIMING and n not in negative] if negative else []
    others = [statement(parsed, facts, n, chosen[n].content, claims[n].source) for n in said]
    for n, c in enumerate(claims):
        if n not in negative:
            yield c
            continue
        said_by = statement(parsed, facts, n, chosen[n].content, c.source)
        if answers(said_by, is_flat(parsed.tokens, chosen[n].content[0]), others):
            yield msgspec.structs.replace(c, stance=Stance.DENIES)
        else:
            yield c


LAYER = Layer(name="claims", version="1", requires=frozenset({"actors"}), provides=frozenset({"claims"}), run=find_claims)

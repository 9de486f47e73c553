"""Claims: who says, believes, wants, asks, denies or will not say what, each with its source, cue and content."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from reportedly.layers.base import Facts, Layer
from reportedly.layers.claims.answering import doubts, said_of
from reportedly.layers.claims.citing import CITING, with_cited
from reportedly.layers.claims.coordination import without_further_deeds
from reportedly.layers.claims.denials import (
    INSISTING,
    Statement,
    answers,
    goes_on_from,
    is_accused,
    is_alibi,
    is_flat,
    is_negative,
    is_own,
    is_set_against,
    main_piece,
    refused,
    statement,
)
from reportedly.layers.claims.denying import Rejoinder
from reportedly.layers.claims.draft import Chosen, Range
from reportedly.layers.claims.hearing import CERTAIN
from reportedly.layers.claims.minutes import with_minutes
from reportedly.layers.claims.nesting import (
    before_own_silences,
    outer_of,
    reading_order,
    with_own_silences,
    without_doubles,
    without_echoes,
)
from reportedly.layers.claims.quotes import Quotes
from reportedly.layers.claims.rejoinders import rejoinder_clues
from reportedly.layers.claims.silences import may_be_silent
from reportedly.layers.claims.sources import source_of
from reportedly.layers.claims.stance import cue_entry, manner_of, stance_of
from reportedly.layers.claims.tagging import Tags, tags_of
from reportedly.layers.claims.telling import Grounds, with_told
from reportedly.layers.claims.temper import is_calm
from reportedly.layers.claims.weighing import choose
from reportedly.model import SILENCES, Claim, Stance
from reportedly.text import Parsed, Token

CLAIMING = frozenset({Stance.ASSERTS, Stance.RELAYS, Stance.BELIEVES, Stance.WARNS})  # what can be answered by a denial
ANSWERED = CLAIMING | {Stance.DENIES}
PASSED_ON = {Stance.ASSERTS, Stance.DENIES, Stance.WARNS, Stance.RELAYS} | SILENCES  # what another says; his wishes are told of

MOSTLY = 0.7  # share of a content from which it is one claim passed on; of 0.3 to 0.9 the best for stance on our corpus, by 0.002


def find_claims(parsed: Parsed, facts: Facts) -> Facts:
    """The facts with every claim of the report, in reading order."""
    if not parsed.tokens:
        return facts
    tags = tags_of(parsed)
    claims, grounds = by_rules(parsed, facts, tags)
    if tags is not None:
        claims = with_told(parsed, tags.heard, facts.actors, claims, grounds, rejoinders(parsed, facts, claims, grounds))
    return msgspec.structs.replace(facts, claims=tuple(claims))


def rejoinders(parsed: Parsed, facts: Facts, claims: list[Claim], grounds: list[Grounds]) -> list[Rejoinder]:
    """What the rules make of each claim as a denial."""
    said = said_of(parsed, facts, claims)
    clues = rejoinder_clues(parsed, facts, claims, grounds, said)
    return [Rejoinder(*row) for row in zip(doubts(parsed, said, len(claims)), clues, strict=True)]


def by_rules(parsed: Parsed, facts: Facts, tags: Tags | None) -> tuple[list[Claim], list[Grounds]]:
    """The claims with the stance and kind of source that the rules give them, and for each on what grounds they give its stance.

    With `tags` the encoder has its say on where claims are.
    """
    found = without_further_deeds(parsed.tokens, choose(parsed, Quotes(parsed), tags))
    found = with_minutes(parsed, with_cited(parsed.tokens, found))
    found = before_own_silences(parsed.tokens, without_doubles(without_echoes(parsed.tokens, found)))
    chosen = reading_order(with_own_silences(parsed.tokens, found))
    outer = outer_of(parsed.tokens, chosen)
    claims = [_claim(parsed, facts, c, n, outer[n]) for n, c in enumerate(chosen)]
    claims = list(_with_denials(parsed, facts, chosen, _with_relays(_with_cited(claims))))
    grounds = [_grounds(parsed, *row) for row in zip(chosen, claims, strict=True)]
    if parsed.notes is not None:
        for claim, ground in zip(claims, grounds, strict=True):
            at = (claim.cue.spans or claim.content.spans)[0].start
            parsed.notes.add(at, "stance", f"by the rules {claim.stance} ({ground}); the source by its words: {claim.source.kind}")
    return claims, grounds


def _grounds(parsed: Parsed, c: Chosen, claim: Claim) -> Grounds:
    """Whether its words alone make a claim what it is; else how its stance stands to that of the lexicon's word."""
    if c.weight == CERTAIN or c.stance is not None:
        return "certain"
    head = parsed.tokens[c.draft.head]
    if may_be_silent(parsed.tokens, head) and claim.stance not in SILENCES:
        return "no silence"
    word = cue_entry(parsed.tokens, c.draft, head)
    if word is None:
        return "unknown word"
    if word.stance is Stance.DENIES and claim.stance is not Stance.DENIES:
        return "no denial"
    if word.stance is Stance.ASSERTS:
        return "plain word" if claim.stance is Stance.ASSERTS else "content"
    return "word" if claim.stance is word.stance else "against the word"


def _claim(parsed: Parsed, facts: Facts, c: Chosen, n: int, outer: int | None) -> Claim:
    source = source_of(parsed, facts, c.draft.speaker, c.draft.head)
    if c.source is not None:
        words = parsed.words(c.source)
        source = msgspec.structs.replace(source, spans=words.spans, text=words.text)
    return Claim(
        id=f"c{n + 1}",
        source=source,
        cue=parsed.words(c.cue or c.draft.cue),
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
    begins = {c.via: c for c in reversed(claims) if c.via and c.stance in PASSED_ON and c.source.spans and c.cue.text.lower() not in CITING}
    return [
        msgspec.structs.replace(c, stance=Stance.RELAYS)
        if c.stance is Stance.ASSERTS and _passes_on(c, begins.get(c.id) or _cited_too(c, begins)) else c
        for c in claims
    ]  # fmt: skip


def _cited_too(claim: Claim, begins: dict[str, Claim]) -> Claim | None:
    """What stands in the words of one who is cited: it hangs on the one who cites."""
    return begins.get(claim.via) if claim.via and claim.cue.text.lower() in CITING else None


def _passes_on(outer: Claim, inner: Claim | None) -> bool:
    """Whether the outer claim's content is hardly more than the inner claim, from its first word to its last."""
    if inner is None:
        return False
    if inner.source.actor is not None and inner.source.actor == outer.source.actor:
        return False  # "He said that he had warned them"
    spans = [s for words in (inner.source, inner.cue, inner.content) for s in words.spans]
    within = [s for s in spans if any(o.start <= s.start and s.end <= o.end for o in outer.content.spans)]
    if not within or not inner.content.spans and inner.stance not in SILENCES:
        return False
    return max(s.end for s in within) - min(s.start for s in within) > MOSTLY * sum(o.end - o.start for o in outer.content.spans)


def _with_denials(parsed: Parsed, facts: Facts, chosen: list[Chosen], claims: list[Claim]) -> Iterator[Claim]:
    """The claims, assertions that answer a claim marked as denials: that something is not so, or that one was elsewhere.

    One that somebody insists on is taken to answer; a flat one may also go on from a denial ("denied it: nobody had been there"),
    and whoever has just been spoken of need only speak of himself ("his men had not been near", "he was asleep").
    """
    tokens = parsed.tokens
    pieces = {n: main_piece(tokens, chosen[n].content) for n, c in enumerate(claims) if c.stance is Stance.ASSERTS and c.content.spans}
    negative = {n for n, piece in pieces.items() if is_negative(tokens, piece)}
    insisted = {n for n in pieces if (head := tokens[chosen[n].draft.head]).lemma in INSISTING and head.pos == "VERB"}
    answering = negative | insisted | {n for n, piece in pieces.items() if is_alibi(tokens, piece) or refused(tokens, piece)}
    if not answering or is_calm(parsed):
        yield from claims
        return
    told = {
        n: statement(parsed, facts, n, chosen[n].content, c.source)
        for n, c in enumerate(claims) if n in answering or c.stance in ANSWERED
    }  # fmt: skip
    said = [told[n] for n, c in enumerate(claims) if c.stance in CLAIMING and n not in negative and n in told]
    denied = [told[n] for n, c in enumerate(claims) if c.stance is Stance.DENIES and n in told]
    for n, c in enumerate(claims):
        denies = n in answering and _answers(tokens, pieces[n], told[n], n in negative, n in insisted, said, denied)
        yield msgspec.structs.replace(c, stance=Stance.DENIES) if denies else c


def _answers(
    tokens: Sequence[Token], piece: Range, told: Statement, negative: bool, insists: bool, said: list[Statement], denied: list[Statement]
) -> bool:
    """Whether an assertion that may be an answer is one."""
    if is_set_against(tokens, piece, told, said):
        return True
    if not negative:
        return (insists or is_alibi(tokens, piece)) and is_accused(told, said)
    flat = is_flat(tokens, piece)
    return (
        insists or answers(told, flat, said) or (flat and goes_on_from(told, denied)) or (is_own(tokens, piece) and is_accused(told, said))
    )


LAYER = Layer(name="claims", version="1", requires=frozenset({"actors"}), provides=frozenset({"claims"}), run=find_claims)

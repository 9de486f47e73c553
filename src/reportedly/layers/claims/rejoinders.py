"""What tells by words and place, without the encoder, that a claim rejects what another alleges (told_weights.csv, model `rejoinder`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from reportedly.knowledge.cues import cues
from reportedly.knowledge.weights import BASE
from reportedly.layers.base import Facts
from reportedly.layers.claims.answering import Said, accuses, only_judges
from reportedly.layers.claims.denials import is_accused, is_negative, is_own, root_of, side_of
from reportedly.layers.claims.grammar import Tokens
from reportedly.layers.claims.temper import contentious_words
from reportedly.model import Claim, Stance
from reportedly.text import Parsed

Clues = dict[str, float]
CLAIMING = frozenset({Stance.ASSERTS, Stance.RELAYS, Stance.BELIEVES, Stance.WARNS})
LATELY = 3  # claims of others just before
MUCH = 4  # words shared that count as much as any more
_SMALL = frozenset("n't not no never nothing only own still already but than until since".split())
_WE, _I = frozenset({"we", "our", "us"}), frozenset({"i", "my", "me"})
_FUTURE = frozenset({"will", "would", "'ll"})


class _Place(msgspec.Struct, frozen=True):
    """A claim among the others: what other sources have claimed before it, and for whom it speaks."""

    claim: Claim
    said: Said | None
    before: Sequence[Said]
    side: frozenset[str]
    first: bool


def rejoinder_clues(parsed: Parsed, facts: Facts, claims: Sequence[Claim], grounds: Sequence[str], said: dict[int, Said]) -> list[Clues]:
    """For each claim what it shows; `grounds` say how the rules came to its stance, `said` what those with a content say."""
    keys = [source_key(c) for c in claims]
    denying = [m for m, c in enumerate(claims) if c.stance is Stance.DENIES]
    holding = {c.via for c in claims}
    found = []
    for n, (claim, ground) in enumerate(zip(claims, grounds, strict=True)):
        place = _place(facts, claims, said, keys, n)
        clues = dict.fromkeys((BASE, *_sorts(claim, ground), *_company(place, keys, denying, holding, n)), 1.0)
        if place.said is not None:
            clues |= dict.fromkeys((*_words(parsed.tokens, place.said), *_meetings(parsed.tokens, place, n)), 1.0)
            clues["shared"] = _shared(place)
        found.append(clues)
    return found


def source_key(claim: Claim) -> str:
    """Who makes a claim, as far as it is known."""
    return claim.source.actor or claim.source.text.lower()


def _place(facts: Facts, claims: Sequence[Claim], said: dict[int, Said], keys: Sequence[str], n: int) -> _Place:
    claim = claims[n]
    others = [m for m in range(n) if keys[m] != keys[n] and claims[m].via != claim.id and claim.via != claims[m].id]
    before = [said[m] for m in others if m in said and claims[m].stance in CLAIMING]
    return _Place(claim, said.get(n), before, _wide_side(facts, claim), not others)


def _wide_side(facts: Facts, claim: Claim) -> frozenset[str]:
    """The source, and whoever is named in its words: "{her} lawyer", "{the company's} chairman"."""
    named = (a for span in claim.source.spans for a, _ in facts.mentions_in(span))
    return side_of(facts.actor(claim.source.actor)).union(*map(side_of, named))


def _sorts(claim: Claim, ground: str) -> Iterator[str]:
    yield f"ground {ground}"
    yield f"stance {claim.stance}"
    yield f"manner {claim.manner}"
    yield f"kind {claim.source.kind}"
    if claim.via is not None:
        yield "nested"


def _company(place: _Place, keys: Sequence[str], denying: Sequence[int], holding: set[str | None], n: int) -> Iterator[str]:
    """How a claim stands to others of its source and to those within it."""
    same = [m for m in denying if m != n and keys[m] == keys[n]]
    if same:
        yield "same source denies"
    if any(m < n for m in same):
        yield "same source has denied"
    if place.claim.id in holding:
        yield "holds others"
    if place.first:
        yield "first"


def _words(tokens: Tokens, one: Said) -> Iterator[str]:
    """What the words of a claim and of its cue are like."""
    words = {t.lower for t in tokens[one.piece[0] : one.piece[1] + 1]}
    yield from (f"says {word}" for word in sorted(words & _SMALL))
    yield from (name for name, some in (("we", _WE), ("I", _I)) if words & some)
    known = (cues().get((t.lemma.lower(), "VERB")) for t in one.cue)
    if (cue := next((k for k in known if k is not None), None)) is not None:
        yield f"like {cue.like}"
    root = root_of(tokens, one.piece)
    modals = {tokens[k].lower for k in root.kids if tokens[k].tag == "MD"}
    shown = {
        "modal": bool(modals),
        "future": bool(modals & _FUTURE),
        "negative": is_negative(tokens, one.piece),
        "own": is_own(tokens, one.piece),
        "judges": only_judges(tokens, one),
        "harm in it": bool(one.lemmas & contentious_words()),
    }
    yield from (name for name, so in shown.items() if so)


def _meetings(tokens: Tokens, place: _Place, n: int) -> Iterator[str]:
    """How the words meet what others have claimed before."""
    one, before = place.said, place.before
    if one is None:
        return
    harm, figures = contentious_words(), _figures(tokens, one)
    theirs = frozenset[str]().union(*(_figures(tokens, o) for o in before))
    shown = {
        "accused": is_accused(one.told, (o.told for o in before)),
        "accuses": not is_negative(tokens, one.piece) and accuses(tokens, one),
        "spoken of lately": any(place.side & o.told.actors for o in before[-LATELY:]),
        "spoken of with harm": any(place.side & o.told.actors and o.lemmas & harm for o in before),
        "actors shared": any(one.told.actors & o.told.actors for o in before),
        "harm before": any(o.lemmas & harm for o in before),
        "speaks of itself": bool(place.side & one.told.actors),
        "figures": bool(figures),
        "other figures": bool(figures and theirs and not figures & theirs),
        "next": bool(before) and before[-1].told.n == n - 1,
    }
    yield from (name for name, so in shown.items() if so)


def _figures(tokens: Tokens, one: Said) -> frozenset[str]:
    return frozenset(t.text for t in tokens[one.piece[0] : one.piece[1] + 1] if t.pos == "NUM")


def _shared(place: _Place) -> float:
    if place.said is None:
        return 0.0
    return min(max((len(place.said.told.words & o.told.words) for o in place.before), default=0), MUCH) / MUCH

"""Which drafts are claims: each weighed by its features, the best of each cue kept."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from reportedly.knowledge.claim_weights import BASE, claim_weights
from reportedly.knowledge.cues import cues, no_cues
from reportedly.layers.claims.draft import Draft, Range
from reportedly.layers.claims.drafting import drafts_of
from reportedly.layers.claims.evasions import question_of
from reportedly.layers.claims.features import features
from reportedly.layers.claims.quotes import Quotes
from reportedly.layers.claims.rejections import bare_denials, rejects
from reportedly.layers.claims.silences import silences
from reportedly.layers.claims.spans import finish
from reportedly.layers.claims.verbs import QUOTED, RELAYED
from reportedly.model import Stance
from reportedly.text import Parsed, Token

THRESHOLD = -0.6  # log-odds; content F1 on PolNeAR dev is flat (0.740 to 0.745) from -0.8 to -0.4
CERTAIN = 9.0  # the weight of a silence: it is found by its words alone
LONGEST = 400  # tokens of what one cue attributes, quotations apart; the longest right one in 250 reports of PolNeAR train has 276
SURE = frozenset({QUOTED, RELAYED})
FIRM = frozenset({"deny", "laugh_off", "urge", "propose", "warn", "accuse", "confirm", "say"})  # lines of cues.csv
KNOWN = 0.4  # log-odds; content F1 of PolNeAR dev and of our corpus is the same at 0 and 0.4; the recall of denials is higher
AIMS = frozenset({Stance.DESIRES, Stance.EXPECTS, Stance.REQUESTS, Stance.BELIEVES, Stance.PROPOSES, Stance.WARNS})
WITHIN = -1.2  # the same for aims within another claim, which PolNeAR does not mark
LOOSE = ("object", "preposition", "passive", "noun preposition", "infinitive", "raising")
DEEDS_WITHIN = 1.2  # log-odds; of -0.6, 0, 0.6, 1.2: nested claims of our corpus F1 0.48, 0.51, 0.54, 0.55, all its claims 0.868 to 0.882


class Chosen(msgspec.Struct, frozen=True, gc=False):
    """A draft that is a claim, with its finished content, and its stance where the construction gives it."""

    draft: Draft
    content: tuple[Range, ...]
    weight: float
    stance: Stance | None = None


def _is_deed(head: Token, draft: Draft) -> bool:
    """Whether a verb with an object or a preposition says what somebody does."""
    if "clause" in draft.shape or "quote" in draft.shape or head.pos != "VERB":
        return False
    return head.lemma in no_cues() or f"{head.lemma}_{draft.key}" in no_cues()


def _bonus(head: Token, draft: Draft) -> float:
    """What the lexicon adds: PolNeAR's annotators pass over short objects ("denied any sale") that our guide counts."""
    cue = cues().get((head.lemma.lower(), head.pos)) if draft.speaker >= 0 else None
    return KNOWN if cue is not None and cue.like in FIRM else 0.0


def choose(parsed: Parsed, quotes: Quotes) -> list[Chosen]:
    """The claims of a report in the order of their cues; at most one a cue."""
    tokens = parsed.tokens
    best: dict[int, Chosen] = {}
    for c in _weighed(parsed, quotes):
        if c.draft.head not in best or c.weight > best[c.draft.head].weight:
            best[c.draft.head] = c
    for draft, stance in (*silences(tokens), *bare_denials(tokens)):
        best[draft.head] = Chosen(draft, finish(tokens, quotes, draft.content, draft.head), CERTAIN, stance)
        asked = question_of(tokens, tokens[draft.head])
        if asked is not None and asked[1] in draft.content:
            best.pop(asked[0].i, None)
    said = {i for c in best.values() if c.weight > THRESHOLD and c.stance is None for a, b in c.content for i in range(a, b + 1)}
    return [best[h] for h in sorted(best) if _stands(tokens[h], best[h], h in said)]


def _stands(head: Token, c: Chosen, within: bool) -> bool:
    """Whether a draft's weight is enough: within another claim an aim needs less, and what is only asserted with an object more."""
    if not within or c.weight == CERTAIN:
        return c.weight > THRESHOLD
    if _aims(head):
        return c.weight > (WITHIN if c.draft.speaker >= 0 else THRESHOLD)
    return c.weight > (DEEDS_WITHIN if c.draft.shape.startswith(LOOSE) else THRESHOLD)


def _weighed(parsed: Parsed, quotes: Quotes) -> Iterator[Chosen]:
    """Every draft that may be a claim, with its weight."""
    tokens, weights = parsed.tokens, claim_weights()
    base = weights[BASE]
    for draft in drafts_of(parsed, quotes):
        if _is_deed(tokens[draft.head], draft) or any(b - a > LONGEST and a not in quotes.at for a, b in draft.content):
            continue
        if draft.speaker < 0 and draft.shape.startswith("noun preposition"):
            continue  # "the news of", "in favor of": nobody is said to say it
        weight = CERTAIN
        if draft.shape not in SURE and not rejects(tokens, draft):
            weight = (
                base
                + sum([weights[name] for name in features(tokens, quotes, draft) if name in weights])
                + _bonus(tokens[draft.head], draft)
            )
        if weight > WITHIN and (content := finish(tokens, quotes, draft.content, draft.head)):
            yield Chosen(draft, content, weight)


def _aims(head: Token) -> bool:
    """Whether a cue tells of an aim, a belief or a request: "said that he wished", "had asked for"."""
    cue = cues().get((head.lemma.lower(), head.pos))
    return cue is not None and cue.stance in AIMS

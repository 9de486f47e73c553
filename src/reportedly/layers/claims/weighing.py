"""Which drafts are claims: each weighed by its features, the best of each cue kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from reportedly.knowledge.claim_weights import claim_weights, hearing_weights
from reportedly.knowledge.cues import cues, no_cues
from reportedly.knowledge.weights import BASE, strongest
from reportedly.layers.claims.draft import Chosen, Draft, Range
from reportedly.layers.claims.drafting import drafts_of
from reportedly.layers.claims.features import features
from reportedly.layers.claims.figures import FIGURE
from reportedly.layers.claims.hearing import CERTAIN, LEARNED, UNHEARD, hear, with_heard_source, wordless
from reportedly.layers.claims.hearing import features as heard_features
from reportedly.layers.claims.inner import aims, is_loose, weight_within
from reportedly.layers.claims.marks import SIGNED, STATED
from reportedly.layers.claims.pieces import root
from reportedly.layers.claims.questions import question_of
from reportedly.layers.claims.quotes import Quotes
from reportedly.layers.claims.rejections import bare_denials, rejects
from reportedly.layers.claims.silences import silences
from reportedly.layers.claims.spans import finish, trim
from reportedly.layers.claims.tagging import Tags
from reportedly.layers.claims.transcripts import TRANSCRIPT
from reportedly.layers.claims.verbs import HEADLINE, QUOTED, RELAYED
from reportedly.layers.claims.vetoes import is_no_claim
from reportedly.text import Parsed, Token

LONGEST = 400  # tokens of what one cue attributes, quotations apart; the longest right one in 250 reports of PolNeAR train has 276
SURE = frozenset({QUOTED, RELAYED, TRANSCRIPT, SIGNED, STATED, FIGURE, HEADLINE})
FIRM = frozenset({"deny", "laugh_off", "urge", "propose", "warn", "accuse", "confirm", "say"})  # lines of cues.csv
KNOWN = 0.4  # log-odds; content F1 of PolNeAR dev and of our corpus is the same at 0 and 0.4; the recall of denials is higher

# Log-odds from which a draft is a claim, by the rules alone and with the encoder. By the rules alone content F1 on PolNeAR dev is
# flat (0.740 to 0.745) from -0.8 to -0.4.
ALONE, TOGETHER = -0.6, -0.4
# The same within another claim, by the rules alone, for an aim and for a deed with an object: PolNeAR marks nothing there. Of -0.6, 0,
# 0.6, 1.2 for deeds, nested claims of our corpus have F1 0.48, 0.51, 0.54, 0.55, all its claims 0.868 to 0.882.
AIM_WITHIN, DEED_WITHIN = -1.2, 1.2
# And with the encoder, which is weighed anew there: of -1.1, -0.7, -0.3, 0.1, nested claims of unseen passages have F1 0.625, 0.627, 0.618,
# 0.605, those of our reports 0.76 to 0.78.
TOGETHER_WITHIN = -0.7


def _is_deed(head: Token, draft: Draft) -> bool:
    """Whether a verb with an object or a preposition says what somebody does: "attacked the camp", "chaired a {meeting} on health"."""
    if head.pos == "NOUN" and draft.shape.partition(" with ")[2] in no_cues():
        return (head.lemma.lower(), "NOUN") not in cues()
    if "clause" in draft.shape or "quote" in draft.shape or head.pos != "VERB":
        return False
    return head.lemma in no_cues() or f"{head.lemma}_{draft.key}" in no_cues()


def _bonus(head: Token, draft: Draft) -> float:
    """What the lexicon adds: PolNeAR's annotators pass over short objects ("denied any sale") that our guide counts."""
    cue = cues().get((head.lemma.lower(), head.pos)) if draft.speaker >= 0 else None
    return KNOWN if cue is not None and cue.like in FIRM else 0.0


def choose(parsed: Parsed, quotes: Quotes, tags: Tags | None = None) -> list[Chosen]:
    """The claims of a report in the order of their cues; at most one a cue. With `tags` the encoder has its say too."""
    best = best_drafts(parsed, quotes, tags)
    said = said_in(best, ALONE if tags is None else TOGETHER)
    chosen = [c for c in best if _stands(parsed, tags, c, c.draft.head in said)]
    if parsed.notes is not None:
        for c in chosen:
            _take_down(parsed, quotes, tags, c)
    return chosen if tags is None else [c if c.weight == CERTAIN else _heard(parsed, tags, c) for c in chosen]


def best_drafts(parsed: Parsed, quotes: Quotes, tags: Tags | None) -> list[Chosen]:
    """The best draft of each cue, in the order of cues."""
    tokens = parsed.tokens
    found = weighed(parsed, quotes, AIM_WITHIN if tags is None else UNHEARD)
    best: dict[int, Chosen] = {}
    for c in found if tags is None else hear(parsed, quotes, tags, list(found)):
        key = c.draft.head if c.cue is None else root(tokens, c.cue)
        if key not in best or c.weight > best[key].weight:
            best[key] = c
    for draft, stance in (*silences(tokens), *bare_denials(tokens)):
        _make_way(best, draft)
        best[draft.head] = Chosen(draft, finish(tokens, quotes, draft.content, draft.head), CERTAIN, stance)
        asked = question_of(tokens, tokens[draft.head])
        if asked is not None and asked[1] in draft.content:
            best.pop(asked[0].i, None)
    if tags is not None:
        best |= {c.draft.head: c for c in wordless(parsed, tags, [c.cue or c.draft.cue for c in best.values()]) if c.draft.head not in best}
    return [best[k] for k in sorted(best)]


def said_in(best: Iterable[Chosen], least: float) -> frozenset[int]:
    """The tokens that stand in the content of a draft with weight enough."""
    return frozenset(i for c in best if c.weight > least and c.stance is None for a, b in c.content for i in range(a, b + 1))


def _take_down(parsed: Parsed, quotes: Quotes, tags: Tags | None, c: Chosen) -> None:
    """Note why a draft is a claim."""
    notes, at, draft = parsed.notes, parsed.tokens[(c.cue or c.draft.cue)[0]].start, c.draft
    if notes is None:
        return
    if c.weight == CERTAIN:
        notes.add(at, "claim", f"certain by its words alone ({draft.shape})")
        return
    shown = dict.fromkeys(features(parsed.tokens, quotes, draft), 1.0) if draft.shape != LEARNED else {}
    rules = strongest(claim_weights(), shown) or "they made no such draft"
    notes.add(at, "claim", f"drafted as {draft.shape!r}; weight {c.weight:+.1f} in log-odds; by the rules: {rules}")
    if tags is not None:
        notes.add(at, "claim", f"with the encoder's word: {strongest(hearing_weights(), heard_features(parsed, tags, c))}")


def _heard(parsed: Parsed, tags: Tags, c: Chosen) -> Chosen:
    """With the source that the encoder heard; of "rejected claims that", where it hears "claims" alone, the rules' cue and source."""
    return msgspec.structs.replace(c, cue=None) if " with " in c.draft.shape else with_heard_source(parsed, tags, c)


def _make_way(best: dict[int, Chosen], draft: Draft) -> None:
    """Take away what the encoder heard at the cue of a draft that is certain."""
    for key, c in [*best.items()]:
        if c.cue is not None and c.cue[0] <= draft.cue[1] and draft.cue[0] <= c.cue[1]:
            del best[key]


def _stands(parsed: Parsed, tags: Tags | None, c: Chosen, within: bool) -> bool:
    """Whether a draft's weight is enough: within another claim it is weighed anew."""
    if not within or c.weight == CERTAIN:
        return c.weight > (ALONE if tags is None else TOGETHER)
    if tags is not None:
        nobody = c.draft.speaker < 0 and c.source is None and aims(parsed.tokens[c.draft.head])  # "in the interest of peace"
        return weight_within(parsed, tags, c) > TOGETHER_WITHIN and (not nobody or c.weight > TOGETHER)
    if aims(parsed.tokens[c.draft.head]):
        return c.weight > (AIM_WITHIN if c.draft.speaker >= 0 else ALONE)
    return c.weight > (DEED_WITHIN if is_loose(c) else ALONE)


def weighed(parsed: Parsed, quotes: Quotes, least: float) -> Iterator[Chosen]:
    """Every draft that may be a claim, with its weight where it is above `least`."""
    tokens, weights = parsed.tokens, claim_weights()
    base = weights[BASE]
    for draft in drafts_of(parsed, quotes):
        if _is_deed(tokens[draft.head], draft) or is_no_claim(tokens, tokens[draft.head]):
            continue
        if any(b - a > LONGEST and a not in quotes.at for a, b in draft.content):
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
        if weight > least and (content := _finished(tokens, quotes, draft)):
            yield Chosen(draft, content, weight)


def _finished(tokens: Sequence[Token], quotes: Quotes, draft: Draft) -> tuple[Range, ...]:
    if draft.shape in (TRANSCRIPT, STATED):  # whole paragraphs; those of a transcript open with marks that never close
        return tuple(piece for p in draft.content if (piece := trim(tokens, p)) is not None)
    return finish(tokens, quotes, draft.content, draft.head)

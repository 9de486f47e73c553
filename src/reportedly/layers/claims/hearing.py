"""The rules' drafts and the encoder's word together: the encoder's own drafts added, all weighed anew, sources and cues chosen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import log

import msgspec

from reportedly.knowledge.claim_weights import hearing_weights
from reportedly.knowledge.cues import no_cues
from reportedly.knowledge.weights import weighed
from reportedly.layers.claims.chances import LIKELY, stretches
from reportedly.layers.claims.draft import Chosen, Draft, Range
from reportedly.layers.claims.extents import source_range
from reportedly.layers.claims.pieces import beside, bridged, clause_around, phrase, root, to_noun
from reportedly.layers.claims.quotes import Quotes
from reportedly.layers.claims.silences import may_be_silent
from reportedly.layers.claims.spans import finish, merge
from reportedly.layers.claims.tagging import Tags
from reportedly.layers.claims.vetoes import from_noun, is_no_claim, is_no_noun, is_no_word, may_keep_silent, speaker_instead
from reportedly.layers.heard import odds
from reportedly.text import Parsed

CERTAIN = 9.0  # the weight of what is found by its words alone, such as a silence
LEARNED = "learned"  # the shape of a draft that the encoder alone made
UNHEARD = -6.0  # log-odds below which the rules' word on a draft is not kept apart
HOPELESS = -2.0  # log-odds under which a draft where the encoder hears no cue is not looked at: F1 stays the same
SAMPLE = 60  # tokens of a content from which it is told whether the encoder hears a claim there
FIRM, DEFERENCE = 1.5, 1.0  # log-odds: where the rules are this sure of a cue, the encoder's own draft must be the better by so much
MOSTLY = 0.6  # share of another sentence that a piece must fill to be said by a cue outside it
SURELY = 0.5  # chance from which a cue keeps its sentence for itself
BETTER = 0.1  # by how much the encoder's source must be more likely than the rules' to take its place


def hear(parsed: Parsed, quotes: Quotes, tags: Tags, found: Sequence[Chosen]) -> list[Chosen]:
    """The rules' drafts and the encoder's, weighed by both."""
    certain = [c for c in found if c.weight == CERTAIN]
    others = drafts(parsed, quotes, tags, [c for c in found if c.weight != CERTAIN])
    tags.prepare([c.cue or c.draft.cue for c in others])
    return [*certain, *(msgspec.structs.replace(c, weight=_weight(features(parsed, tags, c))) for c in others)]


def drafts(parsed: Parsed, quotes: Quotes, tags: Tags, found: Sequence[Chosen]) -> list[Chosen]:
    """The rules' drafts and the encoder's; each with the weight that the rules give to it or to the best draft at its cue."""
    at = {i: cue for cue in tags.cues for i in range(cue[0], cue[1] + 1)}
    near = [(c, _near(at, c.draft)) for c in found]
    several = [msgspec.structs.replace(c, cue=cue) for c, cue in near if cue is not None or c.weight > HOPELESS]
    best: dict[Range, float] = {}
    for c in several:
        if c.cue is not None:
            best[c.cue] = max(best.get(c.cue, UNHEARD), c.weight)
    return [*several, *learned_drafts(parsed, quotes, tags, best)]


def _near(at: dict[int, Range], draft: Draft) -> Range | None:
    """The cue that the encoder hears where a draft has its own."""
    return at.get(draft.head) or next((at[i] for i in range(draft.cue[0], draft.cue[1] + 1) if i in at), None)


def learned_drafts(parsed: Parsed, quotes: Quotes, tags: Tags, rules: dict[Range, float]) -> Iterator[Chosen]:
    """What the encoder takes for claims, with the best weight that the rules give to a draft at the same cue."""
    tokens = parsed.tokens
    cued = {tokens[cue[0]].sent for cue in tags.cues if tags.cue_chance(cue) > SURELY}
    real = frozenset(cue for cue in tags.cues if not _is_no_cue(parsed, cue, root(tokens, cue)))
    for cue, own in tags.own(real):
        part, head = tags.part(cue), root(tokens, cue)
        if part is None:
            continue
        first = part.content.first
        own[cue[0] - first : cue[1] - first + 1] = 0
        above = tokens[head].para < parsed.headings
        own[[(t.para < parsed.headings) != above for t in tokens[first : first + len(own)]]] = 0  # no claim runs from a deck into the prose
        run = part.source.best_run()
        who = _true_source(parsed, head, from_noun(tokens, run)) if run is not None else None
        if is_no_noun(tokens, tokens[head], who):
            continue
        own[_line_end(parsed, head) + 1 - first :] = 0
        pieces = bridged(tokens, stretches(own, first), cue, who)
        kept = [to_noun(tokens, p) for p in pieces if _belongs(parsed, quotes, cued, p, head)]
        alone = len(kept) == 1 and kept[0][0] not in quotes.at
        said = merge([clause_around(tokens, p, cue, who, alone=alone) for p in kept])
        content = finish(tokens, quotes, said, head) if said else ()
        if content:
            draft = Draft(head, LEARNED, root(tokens, who) if who else -1, cue, content)
            yield Chosen(draft, content, rules.get(cue, UNHEARD), cue=cue, source=who)


def _line_end(parsed: Parsed, head: int) -> int:
    """The last token that a cue may govern: that of its line where no stop ends it, as in a headline or a list; else the report's."""
    tokens = parsed.tokens
    para, end = tokens[head].para, parsed.sentences[tokens[head].sent].last
    while end + 1 < len(tokens) and tokens[end + 1].para == para:
        end = parsed.sentences[tokens[end + 1].sent].last
    stops = tokens[end].pos == "PUNCT" or tokens[end].text.endswith(".")  # "at 6 a.m."
    return len(tokens) - 1 if stops else end


def _true_source(parsed: Parsed, head: int, who: Range) -> Range | None:
    """The words heard for a source, or those of the cue's own subject where they cannot be."""
    tokens = parsed.tokens
    speaker = speaker_instead(tokens, tokens[head], tokens[root(tokens, who)], who)
    if speaker is None:
        return who
    return source_range(parsed, tokens[speaker], head) if speaker >= 0 else None


def wordless(parsed: Parsed, tags: Tags, taken: Iterable[Range]) -> Iterator[Chosen]:
    """Silences and denials of which nothing is said but that they were: "The ministry declined." """
    tokens, begun = parsed.tokens, {i for cue in taken for i in range(cue[0], cue[1] + 1)}
    for cue in tags.cues:
        part = tags.part(cue)
        who = part.source.best_run() if part is not None else None
        if (
            part is None
            or who is None
            or tags.cue_chance(cue) <= SURELY
            or not may_keep_silent(tokens, cue)
            or begun & set(range(cue[0], cue[1] + 1))
        ):
            continue
        head = root(tokens, cue)
        if (
            not is_no_claim(tokens, tokens[head])
            and not may_be_silent(tokens, tokens[head])
            and float(part.content.of.max()) <= LIKELY
            and (stance := tags.mute(cue, who)) is not None
        ):
            draft = Draft(head, LEARNED, root(tokens, who), cue, ())
            yield Chosen(draft, (), odds(tags.cue_chance(cue)), stance, cue=cue, source=who)


def _is_no_cue(parsed: Parsed, cue: Range, head: int) -> bool:
    """Whether the lexicon knows that a verb, or a verb with a preposition, attributes nothing: "is known as"; or it is a mere "'s"."""
    tokens = parsed.tokens
    if is_no_claim(tokens, tokens[head]) or is_no_word(parsed, cue, tokens[head]):
        return True
    lemma = tokens[head].lemma
    return tokens[head].tag == "POS" or lemma in no_cues() or any(f"{lemma}_{t.lower}" in no_cues() for t in tokens[head + 1 : cue[1] + 2])


def _belongs(parsed: Parsed, quotes: Quotes, cued: set[int], piece: Range, head: int) -> bool:
    """Whether a piece may be said by a cue elsewhere: in its sentence, quoted, or most of a sentence that has no cue of its own.

    Where two sentences are alike the encoder takes words of the one for those of the other.
    """
    (first, last), tokens = piece, parsed.tokens
    if tokens[head].sent in (tokens[first].sent, tokens[last].sent) or first in quotes.at or last in quotes.at:
        return True
    sentence = parsed.sentences[tokens[first].sent]
    whole = min(last, sentence.last) - first + 1 >= MOSTLY * (sentence.last - sentence.first + 1)
    return whole and not any(s in cued for s in range(tokens[first].sent, tokens[last].sent + 1))


def features(parsed: Parsed, tags: Tags, c: Chosen) -> dict[str, float]:
    """What speaks for or against a draft, by name; `hearing_weights.csv` says how much."""
    cue = c.cue or c.draft.cue
    family = c.draft.shape.partition(" with ")[0].split()[0]
    shown = {
        "(base)": 1.0,
        "rules": min(max(c.weight, UNHEARD), -UNHEARD),
        "unknown to the rules": float(c.weight <= UNHEARD),
        "cue": odds(tags.cue_chance(cue)),
        "heard": float(c.cue is not None),
        "length": log(sum(b - a + 1 for a, b in c.content)),
        f"shape {family}": 1.0,
    }
    if within := tags.claimed((cue[0], cue[0])):
        shown["within"] = within[0]
    if (part := tags.part(cue)) is not None:
        heard = part.content.upto(_line_end(parsed, c.draft.head))
        shown["content"] = heard.share(c.content)
        shown["clear"] = part.content.clear()
        shown["claimed"] = _claimed(tags, c.content)
        if c.draft.speaker >= 0:
            words = c.source or source_range(parsed, parsed.tokens[c.draft.speaker], c.draft.head)
            shown["source"] = part.source.share([words])
        else:
            shown["nobody"] = 1.0
            shown["nobody, though heard"] = min(1.0, part.source.total)
    return shown


def _weight(shown: dict[str, float]) -> float:
    firm = f"shape {LEARNED}" in shown and shown["rules"] > FIRM
    return weighed(hearing_weights(), shown) - (DEFERENCE if firm else 0.0)


def _claimed(tags: Tags, content: Iterable[Range]) -> float:
    """The mean chance of a content's tokens to be claimed by an outermost claim."""
    chances = [chance for a, b in content for chance in tags.claimed((a, min(b, a + SAMPLE)))]
    return sum(chances) / max(1, len(chances))


def with_heard_source(parsed: Parsed, tags: Tags, c: Chosen) -> Chosen:
    """The draft with the encoder's words for its source where they are likelier than the rules'."""
    part = tags.part(c.cue or c.draft.cue)
    run = part.source.best_run() if part is not None else None
    if part is None or run is None:
        return msgspec.structs.replace(c, source=None)
    tokens = parsed.tokens
    who = beside(phrase(tokens, run), c.cue or c.draft.cue)
    own = source_range(parsed, tokens[c.draft.speaker], c.draft.head) if c.draft.speaker >= 0 else None
    who = from_noun(tokens, who)
    said = tokens[root(tokens, who)]
    if (speaker := speaker_instead(tokens, tokens[c.draft.head], said, who)) is not None:
        return msgspec.structs.replace(c, draft=msgspec.structs.replace(c.draft, speaker=speaker), source=None)
    elsewhere = own is not None and tokens[own[0]].sent == tokens[c.draft.head].sent != tokens[who[0]].sent
    if elsewhere or (own is not None and part.source.share([own]) + BETTER >= part.source.share([who])):
        return msgspec.structs.replace(c, source=None)
    return msgspec.structs.replace(c, draft=msgspec.structs.replace(c.draft, speaker=root(tokens, who)), source=who)

"""Which claim stands in which, and the order in which claims are told."""

from __future__ import annotations

import msgspec

from reportedly.layers.claims.citing import CITING
from reportedly.layers.claims.denials import main_piece, root_of
from reportedly.layers.claims.draft import Chosen
from reportedly.layers.claims.grammar import Tokens, is_paired
from reportedly.layers.claims.offices import sorts_of
from reportedly.layers.claims.reticence import is_reticent
from reportedly.model import SILENCES, Stance

_SAYING = frozenset({"say", "reply", "respond", "answer", "tell", "state", "add", "write", "explain", "note", "return", "retort"})
_SELF = frozenset({"it", "he", "she", "they", "i", "we"})
_BODIES = frozenset({"government", "organisation", "body", "loose"})  # sorts of source_nouns.csv
_SPEAKING = frozenset({"spoke", "office", "post", "civic"})


def outer_of(tokens: Tokens, chosen: list[Chosen]) -> list[int | None]:
    """For each claim the index of the smallest other claim whose content holds its cue; None for the outermost.

    Of who reports and who is cited for the same, what is said within stands in the words of the one cited.
    """
    holders: dict[int, list[int]] = {}
    for n, c in enumerate(chosen):
        for first, last in c.content:
            for i in range(first, last + 1):
                holders.setdefault(i, []).append(n)
    sizes = [sum(b - a for a, b in c.content) for c in chosen]
    out: list[int | None] = []
    for n, c in enumerate(chosen):
        around = [m for m in holders.get(c.draft.head, ()) if m != n and sizes[m] > sizes[n] or (m != n and sizes[m] == sizes[n] and m < n)]
        out.append(min(around, key=lambda m: (sizes[m], not _cites(tokens, chosen[m]), m)) if around else None)
    return out


def _cites(tokens: Tokens, c: Chosen) -> bool:
    return tokens[c.draft.head].lower in CITING


def reading_order(chosen: list[Chosen]) -> list[Chosen]:
    """Claims by where their first words stand, the wider first."""
    return sorted(chosen, key=lambda c: (min(c.draft.cue[0], *(a for a, _ in c.content), c.draft.head), c.draft.head))


def without_doubles(chosen: list[Chosen]) -> list[Chosen]:
    """Of "rejected the suggestion that ..." read as verb and object and as a cue of two words, only one.

    The cue of two words where a clause says what was suggested, the verb and its object where only a phrase does. And of "asked who had
    paid, he smiled and said nothing" the silence alone.
    """
    asked = {c.content for c in chosen if c.stance in SILENCES and c.content}
    verbs = {c.draft.head for c in chosen if c.draft.shape.startswith("object")}
    carried = {c.draft.cue[0] for c in chosen if " with " in c.draft.shape and not c.draft.shape.startswith("noun preposition")}
    return [
        c for c in chosen
        if not (c.draft.head in verbs and c.draft.head in carried)
        and (c.stance in SILENCES or c.content not in asked)
        and not (c.draft.shape.startswith("noun preposition with") and c.draft.cue[0] in verbs)
    ]  # fmt: skip


def with_own_silences(tokens: Tokens, chosen: list[Chosen]) -> list[Chosen]:
    """ "Police replied that they could not comment": what says of its own speaker that nothing is said is one silence, not two claims."""
    inner = {c.draft.head: c for c in chosen if c.stance is Stance.DECLINES}
    out, told, reticent = list[Chosen](), set[int](), set[int]()
    for c in chosen:
        says = c.stance is None and bool(c.content) and tokens[c.draft.head].lemma in _SAYING
        root = root_of(tokens, main_piece(tokens, c.content)) if says else tokens[c.draft.head]
        silence = inner.get(root.i) if says and len(c.content) == 1 else None
        if silence is not None and silence is not c and _of_self(tokens, c, silence):
            told.add(silence.draft.head)
            out.append(msgspec.structs.replace(c, stance=silence.stance))
        elif says and silence is None and is_reticent(tokens, tokens[c.draft.head], root, _is_official(tokens, c)):
            reticent.add(root.i)
            out.append(msgspec.structs.replace(c, stance=Stance.DECLINES))
        else:
            out.append(c)
    return [c for c in out if c.draft.head not in told and not any(c.draft.cue[0] <= i <= c.draft.cue[1] for i in reticent)]


def _is_official(tokens: Tokens, outer: Chosen) -> bool:
    speaker = outer.draft.speaker
    return speaker >= 0 and bool(sorts_of(tokens, tokens[speaker]) & (_BODIES | _SPEAKING))


def before_own_silences(tokens: Tokens, chosen: list[Chosen]) -> list[Chosen]:
    """The claims, each ending before the silence that its speaker goes on with: "said that nobody was hurt {and hung up}"."""
    starts = [(c.draft.speaker, c.draft.cue[0]) for c in chosen if c.stance in SILENCES and c.draft.speaker >= 0]
    return [_cut(tokens, c, [at for who, at in starts if who == c.draft.speaker]) if c.stance not in SILENCES else c for c in chosen]


def _cut(tokens: Tokens, c: Chosen, starts: list[int]) -> Chosen:
    if not c.content:
        return c
    first, last = c.content[-1]
    at = next((s for s in starts if c.draft.head < first < s <= last and tokens[s - 1].lower in ("and", "but")), None)
    if at is None:
        return c
    end = at - 2 - (tokens[at - 2].text == ",")
    return msgspec.structs.replace(c, content=(*c.content[:-1], (first, end))) if end >= first else c


def _of_self(tokens: Tokens, outer: Chosen, silence: Chosen) -> bool:
    """Whether somebody tells of his own silence, or of his body's: "a spokeswoman said the office does not comment"."""
    who, speaker = silence.draft.speaker, outer.draft.speaker
    if who < 0 or who == speaker or tokens[who].lower in _SELF:
        return who >= 0
    body = bool(sorts_of(tokens, tokens[who]) & _BODIES) or tokens[who].ent in ("ORG", "GPE")
    if speaker >= 0 and body and tokens[speaker].lower in ("it", "they"):
        return True  # "The kingdom does not discuss its purchases, it said"
    habit = any(tokens[k].lower in ("does", "do", "never") for k in tokens[silence.draft.head].kids)
    return speaker >= 0 and body and (habit or bool(sorts_of(tokens, tokens[speaker]) & _SPEAKING))


def _carriers(tokens: Tokens, head: int) -> list[int]:
    """The verb that an adjective or the second of two verbs hangs on: "{remained} tight-lipped", "neither claimed nor {disowned} it"."""
    t = tokens[head]
    if t.pos not in ("VERB", "AUX") and t.dep in ("acomp", "oprd", "attr"):
        return [t.head]
    empty = [k for k in t.kids if tokens[k].dep == "expl"]  # "{There} was no word from Rome"
    return empty + [k for k in t.kids if tokens[k].pos == "VERB" and is_paired(tokens, tokens[k])]


def without_echoes(tokens: Tokens, chosen: list[Chosen]) -> list[Chosen]:
    """The claims without those that only repeat what a silence was asked: "comment on", "questions about"."""
    silent = [c for c in chosen if c.stance in SILENCES]
    within = {i: c.draft.speaker for c in silent for a, b in (c.draft.cue, *c.content) for i in range(a, b + 1)}
    within |= {i: c.draft.speaker for c in silent for i in _carriers(tokens, c.draft.head)}
    return [
        c for c in chosen
        if c.stance in SILENCES or c.draft.head not in within or c.draft.speaker not in (-1, within[c.draft.head])
    ]  # fmt: skip

"""How far the encoder may take a claim for a denial that has no word of denying: what it would have to answer, and whether it does."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from reportedly.knowledge.cues import cues
from reportedly.layers.base import Facts
from reportedly.layers.claims.denials import INSISTING, Statement, is_accused, is_negative, is_own, main_piece, root_of, statement
from reportedly.layers.claims.draft import Range
from reportedly.layers.claims.grammar import Tokens, contrasts, kid
from reportedly.layers.claims.temper import is_calm
from reportedly.model import Claim, Manner, Stance, Words
from reportedly.text import Parsed, Token

BARRED = 99.0
# Log-odds by which a heard denial must lead where nothing ties it to what another says. Of such in passages held out, 5 right and 11
# wrong ones that are positive lead by less than 2.3 (2 and 11 by less than 1.5), 0 and 3 negative ones by less than 0.85 (3 and 3: 1.2).
# 2.3 for the sake of what analysts found; with all rules of this file the precision of denials there is 0.749 for 0.705, their recall
# 0.625 for 0.639.
UNTIED, UNTIED_NEGATIVE = 2.3, 0.85
IN_CALM = 3.3  # the same of any in a report that is about nothing contentious
_CLAIMING = frozenset({Stance.ASSERTS, Stance.RELAYS, Stance.BELIEVES, Stance.WARNS})
_JUDGING = frozenset({"accuse", "praise"})  # lines of cues.csv
_OTHERS = frozenset({"he", "she", "they"})
_TELLING = frozenset({"NOUN", "VERB", "PROPN", "ADJ", "NUM"})


class Said(msgspec.Struct, frozen=True):
    """A claim with what it says, to be compared with the others."""

    claim: Claim
    cue: tuple[Token, ...]
    piece: Range
    told: Statement
    lemmas: frozenset[str]


def doubts(parsed: Parsed, said: dict[int, Said], count: int) -> list[float]:
    """For each of `count` claims how many log-odds speak against the encoder's word that it denies."""
    calm = IN_CALM if is_calm(parsed) else 0.0
    found = [_doubt(parsed.tokens, said[n], _others(said, n)) if n in said else 0.0 for n in range(count)]
    return [doubt + calm for doubt in found]


def said_of(parsed: Parsed, facts: Facts, claims: Sequence[Claim]) -> dict[int, Said]:
    """The claims that have a content, by their number."""
    return {n: _said(parsed, facts, n, c) for n, c in enumerate(claims) if c.content.spans}


def _said(parsed: Parsed, facts: Facts, n: int, claim: Claim) -> Said:
    content = _ranges(parsed, claim.content)
    words = (t for first, last in content for t in parsed.tokens[first : last + 1])
    lemmas = frozenset(t.lemma.lower() for t in words if t.pos in _TELLING)
    cue = tuple(t for s in claim.cue.spans for t in parsed.tokens_in(s))
    return Said(claim, cue, main_piece(parsed.tokens, content), statement(parsed, facts, n, content, claim.source), lemmas)


def _ranges(parsed: Parsed, words: Words) -> tuple[Range, ...]:
    found = (parsed.tokens_in(s) for s in words.spans)
    return tuple((tokens[0].i, tokens[-1].i) for tokens in found if tokens)


def _others(said: dict[int, Said], n: int) -> list[Said]:
    """What other sources claim."""
    return [s for m, s in said.items() if m != n and s.claim.stance in _CLAIMING and s.told.source != said[n].told.source]


def _doubt(tokens: Tokens, one: Said, others: list[Said]) -> float:
    if one.claim.stance is Stance.DENIES:
        return 0.0
    negative = is_negative(tokens, one.piece)
    if only_judges(tokens, one) or (not negative and (accuses(tokens, one) or _is_no_answer(tokens, one.piece, others))):
        return BARRED
    if _is_tied(tokens, one, [s.told for s in others]):
        return 0.0
    return UNTIED_NEGATIVE if negative else UNTIED


def only_judges(tokens: Tokens, one: Said) -> bool:
    """ "condemned the attack", "welcomed the inquiry": whoever judges a deed does not say that it was not done."""
    cue = next((k for t in one.cue if (k := cues().get((t.lemma.lower(), "VERB"))) is not None), None)
    return cue is not None and cue.like in _JUDGING and root_of(tokens, one.piece).pos not in ("VERB", "AUX")


def accuses(tokens: Tokens, one: Said) -> bool:
    """ "They hit a bakery," he said: who speaks in his own words of another than himself, and says that it is so."""
    who = kid(tokens, root_of(tokens, one.piece), "nsubj")
    return one.claim.manner is Manner.DIRECT and who is not None and who.lower in _OTHERS


def _is_no_answer(tokens: Tokens, piece: Range, others: list[Said]) -> bool:
    """ "attacked soldiers, {not villagers}" where nobody has spoken of villagers."""
    for t in tokens[piece[0] : piece[1] + 1]:
        if contrasts(tokens, t):
            end = next((n.i for n in tokens[t.i + 1 : piece[1] + 1] if n.pos == "PUNCT"), piece[1] + 1)
            refused = {n.lemma.lower() for n in tokens[t.i + 1 : end] if n.pos in _TELLING}
            return not any(refused & s.lemmas for s in others)
    return False


def _is_tied(tokens: Tokens, one: Said, others: list[Statement]) -> bool:
    """Whether it speaks of its own speaker, of what or whom another speaks, or of one who has just been spoken of."""
    own = one.told
    if own.anaphoric or is_own(tokens, one.piece) or is_accused(own, others) or any(t.lemma in INSISTING for t in one.cue):
        return True
    return any(own.words & other.words or own.actors & other.actors for other in others)

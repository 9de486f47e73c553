"""Denials without a word of denying: an assertion that something is not so, in answer to a claim that it is."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from reportedly.knowledge.cues import cues
from reportedly.layers.base import Facts
from reportedly.layers.claims.draft import Range
from reportedly.layers.claims.grammar import NEGATIONS, Tokens, contrasts, kid
from reportedly.layers.claims.sources import OFFICIAL_ROLES
from reportedly.model import Actor, ActorKind, Source
from reportedly.text import Parsed, Token

_NOTHING = frozenset({"no", "nobody", "nothing", "none", "neither", "never", "nowhere", "nor"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "expl", "acomp", "pobj", "agent", "advmod", "neg", "preconj"})

_TELLING = frozenset({"NOUN", "VERB", "PROPN", "ADJ"})
_KNOWING = frozenset(
    "information position knowledge idea plan intention view answer reason doubt objection comment complaint quarrel illusion".split()
)
_EMPTY = frozenset("say tell be have do make take get go come people man thing time year day week official report".split())
_ANAPHORS = frozenset({"such", "kind", "sort"})
INSISTING = frozenset({"insist", "swear", "maintain", "protest"})  # all 7 negative statements with them in our corpus deny
_SELVES = frozenset("i we he she they it his her its their our my".split())
JUST = 4  # claims back to whoever now answers is spoken of; of 1, 2, 4, 8, 16: denials of our corpus F1 0.830, 0.831, 0.840, 0.841, 0.838
MATTER = 2  # words shared from which two statements speak of one matter; of 1, 2, 3 the best for denials in our corpus


def root_of(tokens: Tokens, piece: Range) -> Token:
    """The token that a piece of content turns on."""
    first, last = piece
    best = tokens[first]
    for t in tokens[first : last + 1]:
        if not first <= t.head <= last or t.head == t.i:
            if t.pos in ("VERB", "AUX"):
                return t
            best = t if best.pos in ("PUNCT", "SPACE") else best
    return best


def main_piece(tokens: Tokens, content: tuple[Range, ...]) -> Range:
    """The piece that holds the verb of a content that the cue interrupts: "the ship, he said, {had never sailed}"."""
    return next((p for p in content if root_of(tokens, p).pos in ("VERB", "AUX")), content[0])


def is_negative(tokens: Tokens, piece: Range) -> bool:
    """Whether a statement says that something is not or was not so: its verb, subject or object is negated.

    What will not or would not be is no denial, and "had no information" denies nothing.
    """
    root = root_of(tokens, piece)
    if root.pos not in ("VERB", "AUX"):
        return tokens[piece[0]].lower in _NOTHING | {"not"} or _after_mark(tokens, piece).lower in (
            "no",
            "not",
            "never",
            "nothing",
            "nobody",
        )
    found = False
    for k in root.kids:
        t = tokens[k]
        if t.lower == "you" and t.dep == "nsubj":
            return False  # "you don't drink tea with them": a rule, and no answer
        if t.tag == "MD" and t.dep == "aux":
            return False
        if piece[0] <= k <= piece[1] and not contrasts(tokens, t) and (t.dep == "neg" or t.lower in NEGATIONS or _is_nothing(tokens, t)):
            found = t.lemma not in _KNOWING
    found = found or _never_so_much(tokens, root, piece)
    return found or any(is_negative(tokens, (tokens[k].left, piece[1])) for k in root.kids if _second_clause(tokens, tokens[k], piece))


def _never_so_much(tokens: Tokens, root: Token, piece: Range) -> bool:
    """ "she {never so much} as met him": the parse hangs the words on one another."""
    before = tokens[max(root.left, piece[0], root.i - 5) : root.i]
    return any(t.lower == "never" and t.dep in ("neg", "advmod") for t in before)


def _second_clause(tokens: Tokens, t: Token, piece: Range) -> bool:
    """ "that the road was open and {that nobody had been hurt}", "we refused it and {we have not given one}"."""
    own = any(tokens[k].dep in ("nsubj", "nsubjpass") or (tokens[k].lower == "that" and tokens[k].dep == "mark") for k in t.kids)
    return t.dep == "conj" and piece[0] < t.left <= t.i <= piece[1] and own


def _after_mark(tokens: Tokens, piece: Range) -> Token:
    """The first word of a quotation: "{Not} a penny"."""
    return tokens[min(piece[0] + 1, piece[1])] if tokens[piece[0]].pos == "PUNCT" else tokens[piece[0]]


def is_flat(tokens: Tokens, piece: Range) -> bool:
    """Whether it says so of everything that was or is there: "no", "nobody", "never", "not one"."""
    root = root_of(tokens, piece)
    if root.tag in ("VBZ", "VBP") and root.lemma not in ("be", "have") and kid(tokens, root, "aux", "auxpass") is None:
        return False  # a general truth: "water knows no border"
    if any(tokens[k].lower == "never" or _is_nothing(tokens, tokens[k]) for k in root.kids if piece[0] <= k <= piece[1]):
        return True
    return any(is_flat(tokens, (tokens[k].left, piece[1])) for k in root.kids if _second_clause(tokens, tokens[k], piece))


def _is_nothing(tokens: Tokens, t: Token) -> bool:
    """ "nobody", "no ship", "not one shot"."""
    if t.lower in _NOTHING:
        return True
    if t.dep not in _ARGUMENTS:
        return False
    others = (tokens[k] for k in t.kids if tokens[k].dep == "conj")  # "saw the priest and nobody else"
    return any(n.lower in _NOTHING or n.lower == "not" for n in tokens[t.left : t.i]) or any(n.lower in _NOTHING for n in others)


class Statement(msgspec.Struct, frozen=True, gc=False):
    """What a claim says, for comparing it with others: its words, the actors it speaks of, and who makes it."""

    n: int
    words: frozenset[str]
    actors: frozenset[str]
    source: str
    side: frozenset[str]
    anaphoric: bool


def statement(parsed: Parsed, facts: Facts, n: int, content: tuple[Range, ...], source: Source) -> Statement:
    """The statement of the n-th claim."""
    tokens = [t for first, last in content for t in parsed.tokens[first : last + 1]]
    words = frozenset(t.lemma.lower() for t in tokens if t.pos in _TELLING and t.lemma.lower() not in _EMPTY)
    spoken_of = frozenset(key for first, last in content for a, _ in facts.mentions_in(parsed.span(first, last)) for key in side_of(a))
    anaphoric = any(t.lower in _ANAPHORS for t in tokens)
    return Statement(n, words, spoken_of, source.actor or source.text.lower(), side_of(facts.actor(source.actor)), anaphoric)


def side_of(actor: Actor | None) -> frozenset[str]:
    """The actor, and the state that it speaks or acts for."""
    if actor is None:
        return frozenset()
    official = actor.kind is ActorKind.COUNTRY or bool(OFFICIAL_ROLES & set(actor.roles))
    return frozenset({actor.id, actor.country}) if official and actor.country else frozenset({actor.id})


def answers(denial: Statement, flat: bool, others: Iterable[Statement]) -> bool:
    """Whether a negative statement answers what another source says: both speak of one matter.

    A flat one ("no", "never") needs less: one word in common, or that the other speaks of the one who denies.
    """
    for other in others:
        if other.source == denial.source or other.n == denial.n:
            continue
        shared = len(denial.words & other.words)
        if shared >= MATTER or (shared and denial.actors & other.actors) or (denial.anaphoric and other.n in (denial.n - 1, denial.n - 2)):
            return True
        if flat and (shared or denial.side & other.actors):
            return True
    return False


def refused(tokens: Tokens, piece: Range) -> frozenset[str]:
    """The words of what a statement sets apart: "hit a camp and {not the village}", "died of fumes {rather than a beating}"."""
    return frozenset[str]().union(*(_set_apart(tokens, t, piece) for t in tokens[piece[0] : piece[1] + 1]))


def is_set_against(tokens: Tokens, piece: Range, told: Statement, others: Iterable[Statement]) -> bool:
    """Whether what a statement sets apart is what another has said before it."""
    words = refused(tokens, piece)
    return any(other.n < told.n and other.source != told.source and words & other.words for other in others)


def _set_apart(tokens: Tokens, t: Token, piece: Range) -> frozenset[str]:
    than = t.lower == "than" and tokens[t.i - 1].lower == "rather"
    of = t.lower == "of" and tokens[t.i - 1].lower == "instead"
    if not (than or of or contrasts(tokens, t)):
        return frozenset()
    end = next((n.i for n in tokens[t.i + 1 : piece[1] + 1] if n.pos == "PUNCT"), piece[1] + 1)
    return frozenset(n.lemma.lower() for n in tokens[t.i + 1 : end] if n.pos in _TELLING)


def is_own(tokens: Tokens, piece: Range) -> bool:
    """Whether a statement is about its speaker or the speaker's own: "he had not been there", "its guns were silent"."""
    who = kid(tokens, root_of(tokens, piece), "nsubj", "nsubjpass")
    return who is not None and (who.lower in _SELVES or any(tokens[k].lower in _SELVES for k in who.kids))


def is_alibi(tokens: Tokens, piece: Range) -> bool:
    """ "he was asleep below", "his guns were fifty miles away"."""
    root = root_of(tokens, piece)
    told = [t for t in tokens[root.i + 1 : piece[1] + 1] if (t.lemma.lower(), "ALIBI") in cues()]
    return root.lemma in ("be", "stay", "remain", "sleep") and bool(told) and is_own(tokens, piece)


def is_accused(speaker: Statement, others: Iterable[Statement]) -> bool:
    """Whether another has just spoken of the one who speaks now, or of the side that he speaks for."""
    return any(other.source != speaker.source and bool(speaker.side & other.actors) and 0 < speaker.n - other.n <= JUST for other in others)


def goes_on_from(denial: Statement, denied: Iterable[Statement]) -> bool:
    """Whether a flat statement shares a word with what has been denied already, by its speaker or by another."""
    return any(denial.n != other.n and denial.words & other.words for other in denied)

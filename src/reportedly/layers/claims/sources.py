"""The source of a claim: its words, whom it stands for, and what kind of source it is."""

from __future__ import annotations

from reportedly.layers.base import Facts
from reportedly.layers.claims.extents import antecedent, source_range
from reportedly.layers.claims.grammar import Tokens
from reportedly.layers.claims.kinds import ANONYMOUS, kind_of
from reportedly.layers.claims.offices import OFFICIAL_ROLES, sorts_of
from reportedly.layers.claims.subjects import ATTRIBUTING, subject
from reportedly.layers.claims.transcripts import speaker_at
from reportedly.model import Actor, ActorKind, Source, SourceKind
from reportedly.text import Parsed, Token

__all__ = ["OFFICIAL_ROLES", "source_of"]

_SELF = frozenset({"i", "we", "me", "my", "our"})
_AMOUNTS = frozenset("number lot handful dozens hundreds thousands scores couple pair chorus".split())
_MEANS = frozenset({"in", "with", "by", "through", "on"})
_REACH = 14  # tokens between a quotation and the verb that attributes it, as in marks.py
_PICKED = frozenset({"one", "some", "many", "several", "most", "few", "another", "none", "both", "all", "each", "neither", "either"})


def source_of(parsed: Parsed, facts: Facts, speaker: int, head: int) -> Source:
    """The source that turns on token `speaker` (-1: none, the report speaks) of a claim whose cue turns on `head`."""
    tokens = parsed.tokens
    if speaker < 0:
        speaker = _through(tokens, tokens[head])
    if speaker < 0:
        return Source(kind=SourceKind.AUTHOR)
    words = parsed.words(source_range(parsed, tokens[speaker], head))
    said = antecedent(tokens, tokens[speaker])
    meant = _one_of(tokens, said)
    if meant.lower in _SELF:
        meant = _who_is_quoted(parsed, meant)
    actor = _actor(tokens, facts, meant)
    kind = kind_of(parsed, facts, meant, actor)
    if said.tag == "CD" and meant.i != said.i and kind in (SourceKind.PUBLIC, SourceKind.ANONYMOUS_PERSON):
        share = any(tokens[k].tag == "CD" for k in meant.kids)  # "eight of ten voters", not "one of the residents"
        kind = SourceKind.PUBLIC if share else SourceKind.ANONYMOUS_PERSON
    return Source(
        spans=words.spans, text=words.text, kind=kind, anonymous=kind in ANONYMOUS, actor=actor.id if actor is not None else None
    )  # fmt: skip


def _through(tokens: Tokens, cue: Token) -> int:
    """Who does what a noun is the means or the reason of: "{the ministry} said in a statement that", "acted in the belief that"."""
    above = tokens[cue.head]
    if cue.pos != "NOUN" or cue.dep != "pobj" or above.lower not in _MEANS or tokens[above.head].pos != "VERB":
        return -1
    return subject(tokens, tokens[above.head])


def _who_is_quoted(parsed: Parsed, pronoun: Token) -> Token:
    """Whom "I" and "we" stand for: in a quotation the subject of the verb of saying nearest to its marks, in a transcript who speaks."""
    quotation, tokens = parsed.quotation_at(pronoun), parsed.tokens
    if quotation is None:
        return speaker_at(parsed, pronoun) or pronoun
    quoted = parsed.tokens_in(quotation.span)
    first, last = quoted[0].i, quoted[-1].i
    near = [*tokens[last + 1 : last + _REACH], *reversed(tokens[max(0, first - _REACH) : first])]
    for t in near:
        if t.lemma in ATTRIBUTING and t.pos == "VERB" and t.para == pronoun.para and parsed.quotation_at(t) is None:
            who = subject(tokens, t)
            return tokens[who] if who >= 0 and parsed.quotation_at(tokens[who]) is None else pronoun
    return pronoun


def _one_of(tokens: Tokens, word: Token) -> Token:
    """What a number or "one" is picked from: "one of the officers", "a handful of them", or what it is: "one, an aide"."""
    if word.tag != "CD" and word.lower not in _PICKED and word.lower not in _AMOUNTS:
        return word
    beside = next((tokens[k] for k in word.kids if tokens[k].dep == "appos" and tokens[k].pos in ("NOUN", "PROPN")), None)
    of = next((tokens[k] for k in word.kids if tokens[k].lower == "of"), None)
    whole = next((tokens[k] for k in of.kids if tokens[k].dep == "pobj"), None) if of is not None else None
    if whole is not None and whole.pos in ("NOUN", "PRON"):
        return whole
    inner = next((tokens[i] for i in whole.kids if tokens[i].dep == "appos"), None) if whole is not None else None
    return beside or inner or word


def _actor(tokens: Tokens, facts: Facts, meant: Token) -> Actor | None:
    """Whom a source stands for; where its noun is no mention, who is named beside it: "the agent, Desmond Kwok"."""
    found = facts.mention_at(meant.start)
    if found is not None:
        return found[0]
    if "document" in sorts_of(tokens, meant):
        return None
    beside = (facts.mention_at(tokens[k].start) for k in meant.kids if tokens[k].dep == "appos")
    return next((f[0] for f in beside if f is not None and f[0].kind is ActorKind.PERSON), None)

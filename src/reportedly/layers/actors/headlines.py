"""Headlines whose verb the parser takes for a noun: "Tehran summons Swiss envoy" is a clause and no envoy's name."""

from __future__ import annotations

from functools import cache

import msgspec

from reportedly.knowledge.actor_frames import actor_frames
from reportedly.knowledge.actor_nouns import ActorNoun, actor_nouns
from reportedly.knowledge.cues import cues
from reportedly.knowledge.event_words import event_words
from reportedly.layers.actors.nations import Nation, Sort, nations
from reportedly.layers.actors.trees import governed
from reportedly.model import ActorKind
from reportedly.text import Parsed
from reportedly.text.parsed import Sentence, Token

FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
STAYS = frozenset({"of", "to", "for"})  # what an object keeps: "envoy to Peru"; other phrases are the verb's
SEVERAL = (ActorKind.GROUP, ActorKind.POPULATION)
MANY = frozenset({"police"})  # takes a verb in the plural without an "s" of its own


@cache
def _verbs() -> frozenset[str]:
    """Lemmas of what actors do and say."""
    said = frozenset(word for word, pos in cues() if pos == "VERB")
    return said | event_words().verbs.keys() | actor_frames().place.motion_verbs


def mended(parsed: Parsed) -> Parsed:
    """The report with the verbs of its headlines as verbs; itself where there is none to mend."""
    named = nations(parsed) if parsed.headings else {}
    tokens, sentences = list(parsed.tokens), list(parsed.sentences)
    for n, s in enumerate(parsed.sentences):
        if s.para < parsed.headings and (new := _mended(parsed, s, named)) is not None:
            tokens[s.first : s.last + 1] = new
            sentences[n] = msgspec.structs.replace(s, root=next(t.i for t in new if t.head == t.i))
    if sentences == list(parsed.sentences) and tokens == list(parsed.tokens):
        return parsed
    found = msgspec.structs.replace(parsed, tokens=tuple(tokens), sentences=tuple(sentences))
    found.__dict__.update(encoded=parsed.encoded, vectors=parsed.vectors)  # heard once: the words are the same
    return found


def _mended(parsed: Parsed, s: Sentence, named: dict[int, Nation]) -> list[Token] | None:
    words = parsed.tokens[s.first : s.last + 1]
    if any(t.tag in FINITE and t.dep != "compound" for t in words):
        return _two_subjects(words, named)
    verb = next((t for t in words[1:-1] if _is_verb(words, t, named)), None)
    return _clause(words, verb, named) if verb is not None else None


def _is_verb(words: tuple[Token, ...], t: Token, named: dict[int, Nation]) -> bool:
    """Whether a noun is rather the verb of what stands before it: by form, by number, and by what follows."""
    before, after = words[t.i - words[0].i - 1], words[t.i - words[0].i + 1]
    lemma = _lemma(t)
    if t.pos not in ("NOUN", "VERB") or lemma is None or not _acts(before, named):
        return False
    pair = _pair(words, t.i - 1, named)
    if (t.lower == lemma) != (pair or before.tag in ("NNS", "NNPS") or before.lower in MANY):
        return False
    thing = _thing(words, t)
    if after.pos == "ADP":
        return _person(before) and lemma != t.lower
    if lemma not in event_words().nouns or t.pos == "VERB":
        return pair or _acts(thing, named)
    return _acts(thing, named) and (t.lower == lemma or any(k.i in named for k in words if t.i < k.i <= thing.i))


def _lemma(t: Token) -> str | None:
    """The verb of which a word may be the present tense."""
    forms = (t.lower, t.lower.removesuffix("s"), t.lower.removesuffix("es"))
    return next((w for w in forms if w in _verbs() and (w == t.lower or t.lower.endswith("s"))), None)


def is_deed(t: Token) -> bool:
    """Whether a word may be a verb or a noun of what actors do and say."""
    return _lemma(t) is not None or t.lower in event_words().nouns


def _noun(t: Token) -> ActorNoun | None:
    return actor_nouns().get(t.lower) or actor_nouns().get(t.lemma)


def _acts(t: Token, named: dict[int, Nation]) -> bool:
    """Whether a word heads what may act: a country, a body, persons."""
    nation = named.get(t.i)
    if nation is not None:
        return nation.last == t.i and nation.sort is not Sort.ADJECTIVE
    return _noun(t) is not None or t.ent in ("PERSON", "ORG")


def _person(t: Token) -> bool:
    noun = _noun(t)
    return noun is not None and noun.kind is ActorKind.PERSON


def _pair(words: tuple[Token, ...], last: int, named: dict[int, Nation]) -> bool:
    """Whether a headline begins with two subjects: "Russia, China urge restraint"."""
    first = words[0].i
    comma = next((t.i for t in words if t.text == "," and t.i < last), first)
    return comma > first and _acts(words[comma - 1 - first], named) and _acts(words[last - first], named) and _alike(comma - 1, last, named)


def _alike(one: int, other: int, named: dict[int, Nation]) -> bool:
    """Whether both are countries or neither is: "Goma, Congo" is one place."""
    return (one in named) == (other in named)


def _thing(words: tuple[Token, ...], verb: Token) -> Token:
    """The last word of the noun phrase after a verb."""
    last = verb
    for t in words[verb.i - words[0].i + 1 :]:
        if t.pos not in ("NOUN", "PROPN", "ADJ", "NUM", "DET"):
            break
        last = t
    return last


def _clause(words: tuple[Token, ...], verb: Token, named: dict[int, Nation]) -> list[Token]:
    """The words of a headline with a verb above subject and object."""
    thing, head, dep = _thing(words, verb), dict[int, int](), dict[int, str]()
    for t in words:
        before = verb.i - 1 if t.i < verb.i else thing.i
        if t.i in (verb.i, verb.i - 1) or t.i == thing.i:
            head[t.i], dep[t.i] = verb.i, "ROOT" if t.i == verb.i else "dobj" if t.i == thing.i else "nsubj"
        elif t.i < thing.i:
            head[t.i], dep[t.i] = before, t.dep if t.dep in ("amod", "det", "nummod", "punct") else "compound"
        elif t.head == t.i:
            head[t.i], dep[t.i] = verb.i, "xcomp"  # "Court orders chief to testify"
        elif not verb.i < t.head or t.head <= thing.i:
            head[t.i] = thing.i if t.lower in STAYS and thing.i > verb.i else verb.i
    lemma, tag = _lemma(verb) or verb.lemma, "VBP" if _lemma(verb) == verb.lower else "VBZ"
    new = [msgspec.structs.replace(t, pos="VERB", tag=tag, lemma=lemma) if t.i == verb.i else t for t in words]
    if _pair(words, verb.i - 1, named):
        _join(words, verb.i - 1, head, dep)
    return governed(new, head, dep)


def _join(words: tuple[Token, ...], last: int, head: dict[int, int], dep: dict[int, str]) -> None:
    """Set the first of two subjects above the second."""
    comma = next(t.i for t in words if t.text == ",")
    one = comma - 1
    head |= {one: head.get(last, words[last - words[0].i].head), last: one, comma: one}
    dep |= {one: "nsubj", last: "conj", comma: "punct"}
    head |= dict.fromkeys(range(words[0].i, one), one)


def _two_subjects(words: tuple[Token, ...], named: dict[int, Nation]) -> list[Token] | None:
    """A headline whose verb is known with both its subjects: "Russia, China urge restraint"."""
    root = next(t for t in words if t.head == t.i)
    subject = next((t for t in words if t.dep == "nsubj" and t.head == root.i), None)
    if subject is None or root.tag not in ("VBP", "VBD") or not _pair(words, subject.i, named):
        return None
    comma = next(t.i for t in words if t.text == ",")
    one = words[comma - 1 - words[0].i]
    if one.i + 2 != subject.left or one.dep in ("nsubj", "conj") or subject.dep == "conj":
        return None
    head, dep = dict[int, int](), dict[int, str]()
    _join(words, subject.i, head, dep)
    return governed(list(words), head, dep)

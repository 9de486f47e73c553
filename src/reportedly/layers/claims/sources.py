"""The source of a claim: its words, whom it stands for, what kind of source it is, and whether it is named."""

from __future__ import annotations

from reportedly.knowledge.actor_nouns import actor_nouns
from reportedly.knowledge.source_nouns import source_nouns
from reportedly.layers.base import Facts
from reportedly.layers.claims.draft import Range
from reportedly.layers.claims.grammar import Tokens
from reportedly.model import Actor, ActorKind, MentionForm, Source, SourceKind
from reportedly.text import Parsed, Token

OFFICIAL_ROLES = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY", "PRM"})
_LEADING = frozenset({"CCONJ", "PUNCT", "ADV", "SCONJ", "SPACE"})
_RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
_PICKED = frozenset({"one", "some", "many", "several", "most", "few", "another", "none", "both"})
_FORMER = frozenset({"former", "retired", "ex", "onetime", "ousted"})
_WITHOUT_OFFICE = {
    SourceKind.NAMED_OFFICIAL: SourceKind.NAMED_PERSON,
    SourceKind.ANONYMOUS_OFFICIAL: SourceKind.ANONYMOUS_PERSON,
}
_HUMAN = ("ist", "ian", "eer", "man", "woman", "boy", "girl", "yer", "grapher", "crat", "naut")
_TIMES = frozenset({"DATE", "TIME"})
_SORTS = {
    "document": SourceKind.DOCUMENT, "media": SourceKind.MEDIA, "public": SourceKind.PUBLIC,
    "government": SourceKind.GOVERNMENT, "organisation": SourceKind.ORGANISATION,
}  # fmt: skip


def source_range(parsed: Parsed, speaker: Token, head: int) -> Range:
    """The words of a source: its noun phrase without what the report adds about something within it.

    Left out are a clause that holds the cue, a clause after a comma ("a spokesman for the army, which the general leads"),
    and what a parse hangs on it before the phrase begins. "The mayor, who founded the party" is kept, for it says who
    speaks: 113 of 190 such sources in PolNeAR train have it.
    """
    tokens = parsed.tokens
    first, last = speaker.left, speaker.right
    if speaker.lower in _RELATIVES:
        return speaker.i, speaker.i
    for k in speaker.kids:
        t = tokens[k]
        if t.left <= head <= t.right:
            first, last = (first, min(last, t.left - 1)) if k > speaker.i else (max(first, t.right + 1), last)
    last = _without_asides(tokens, speaker, last)
    first = _without_opening(tokens, speaker, first)
    while first < speaker.i and tokens[first].pos in _LEADING and tokens[first].text not in ('"', "'"):
        first += 1
    while last > speaker.i and tokens[last].pos in ("PUNCT", "SPACE", "CCONJ") and tokens[last].text not in (")", '"'):
        last -= 1
    if parsed.dateline is not None and tokens[first].start < parsed.dateline.end <= speaker.start:
        first = next(t.i for t in tokens[first:] if t.start >= parsed.dateline.end and t.pos not in _LEADING)
    return first, max(first, last)


def _without_opening(tokens: Tokens, speaker: Token, first: int) -> int:
    """The first token once a participle that opens the sentence is cut off: "{Reached by telephone,} the mayor said"."""
    for k in speaker.kids:
        t = tokens[k]
        if (
            first <= t.left <= k < speaker.i
            and t.tag in ("VBN", "VBG")
            and t.dep in ("acl", "advcl", "amod")
            and tokens[t.right + 1].text == ","
        ):
            return t.right + 2
    return first


def _without_asides(tokens: Tokens, speaker: Token, last: int) -> int:
    """The last token once clauses and participles after a comma, and dates, are cut off."""
    for t in tokens[speaker.i + 1 : last + 1]:
        if t.i > last or t.left <= speaker.i or tokens[t.left - 1].text != ",":
            continue
        identifies = t.head == speaker.i and tokens[t.left].lower == "who"
        if (t.dep == "relcl" and not identifies) or (t.dep in ("acl", "advcl") and t.tag in ("VBG", "VBN", "VBD")):
            return t.left - 2
    for k in speaker.kids:
        t = tokens[k]
        if k > speaker.i and t.right == last and (t.ent in _TIMES or (t.dep == "prep" and t.kids and tokens[t.kids[-1]].ent in _TIMES)):
            return t.left - 1
    return last


def antecedent(tokens: Tokens, word: Token) -> Token:
    """What a relative pronoun stands for; any other word for itself."""
    if word.lower not in _RELATIVES or word.pos != "PRON":
        return word
    verb = tokens[word.head]
    for _ in range(4):
        if verb.dep == "relcl":
            return tokens[verb.head]
        if verb.head == verb.i:
            break
        verb = tokens[verb.head]
    return word


def _one_of(tokens: Tokens, word: Token) -> Token:
    """What a number or "one" is picked from: "one of the officers"."""
    if word.tag == "CD" or word.lower in _PICKED:
        of = next((tokens[k] for k in word.kids if tokens[k].lower == "of"), None)
        whole = next((tokens[k] for k in of.kids if tokens[k].dep == "pobj"), None) if of is not None else None
        return whole if whole is not None and whole.pos == "NOUN" else word
    return word


def source_of(parsed: Parsed, facts: Facts, speaker: int, head: int) -> Source:
    """The source that turns on token `speaker` (-1: none, the report speaks) of a claim whose cue turns on `head`."""
    if speaker < 0:
        return Source(kind=SourceKind.AUTHOR)
    tokens = parsed.tokens
    words = parsed.words(source_range(parsed, tokens[speaker], head))
    meant = _one_of(tokens, antecedent(tokens, tokens[speaker]))
    found = facts.mention_at(meant.start)
    actor = found[0] if found is not None else None
    kind, anonymous = _kind(tokens, meant, actor)
    if kind in _WITHOUT_OFFICE and _is_former(tokens, meant):
        kind = _WITHOUT_OFFICE[kind]
    elif kind is SourceKind.NAMED_PERSON and _holds_office(parsed, meant, actor):
        kind = SourceKind.NAMED_OFFICIAL
    return Source(spans=words.spans, text=words.text, kind=kind, anonymous=anonymous, actor=actor.id if actor is not None else None)


def _is_former(tokens: Tokens, word: Token) -> bool:
    """ "a former officer", "Ann Roe, a retired judge": who held an office speaks for none."""
    heads = (word, *(tokens[k] for k in word.kids if tokens[k].dep == "appos"))
    return any(tokens[k].lower in _FORMER for h in heads for k in h.kids if k < h.i)


def _holds_office(parsed: Parsed, word: Token, actor: Actor | None) -> bool:
    """Whether a named person is called by an office where first described: "Ann Roe, a spokeswoman for the union"."""
    nominals = [t for m in actor.mentions[:4] for t in parsed.tokens_in(m.span)] if actor is not None else []
    near = [parsed.tokens[k] for k in word.kids if parsed.tokens[k].dep in ("appos", "compound")]
    own = [t for t in nominals if t.tag in ("NN", "NNP") and t.pos != "PROPN"] + near
    return any(source_nouns().get(t.lemma.lower()) == "official" for t in own)


def _kind(tokens: Tokens, token: Token, actor: Actor | None) -> tuple[SourceKind, bool]:
    sort = source_nouns().get(token.lower) or source_nouns().get(token.lemma.lower())
    prints = actor is not None and "JRN" in actor.roles and actor.kind is ActorKind.ORGANISATION
    if prints:
        return SourceKind.MEDIA, False
    one = token.tag == "NN" and actor is not None and actor.kind is ActorKind.PERSON  # "a survivor, Ann Roe"
    if token.pos == "NOUN" and (sort in ("public", "document")) and not one:
        return _SORTS[sort], sort == "public"
    if token.pos == "NOUN" and sort in ("media", "organisation", "government"):
        return _SORTS[sort], False
    return _kind_of_actor(actor, sort) if actor is not None else _kind_of_word(tokens, token, sort)


def _kind_of_actor(actor: Actor, sort: str | None) -> tuple[SourceKind, bool]:
    official = bool(OFFICIAL_ROLES & set(actor.roles)) or sort == "official"
    named = any(m.form is MentionForm.NAME for m in actor.mentions)
    if actor.kind is ActorKind.PERSON and named:
        return (SourceKind.NAMED_OFFICIAL if official else SourceKind.NAMED_PERSON), False
    if actor.kind is ActorKind.PERSON or (actor.kind is ActorKind.GROUP and not named):
        return (SourceKind.ANONYMOUS_OFFICIAL if official else SourceKind.ANONYMOUS_PERSON), True
    if actor.kind is ActorKind.POPULATION:
        return SourceKind.PUBLIC, True
    if "JRN" in actor.roles or sort == "media":
        return SourceKind.MEDIA, False
    governs = actor.kind is ActorKind.COUNTRY or official or any(source_nouns().get(w) == "government" for w in actor.name.lower().split())
    return (SourceKind.GOVERNMENT if governs else SourceKind.ORGANISATION), False


def _kind_of_word(tokens: Tokens, token: Token, sort: str | None) -> tuple[SourceKind, bool]:
    """The kind by the words alone, where no actor is known."""
    if token.ent == "PERSON" or token.lower in ("he", "she", "i", "him", "her"):
        official = any(source_nouns().get(t.lemma.lower()) == "official" for t in tokens[token.left : token.i])
        return (SourceKind.NAMED_OFFICIAL if official else SourceKind.NAMED_PERSON), False
    if token.pos == "PRON":
        return (SourceKind.ORGANISATION, False) if token.lower == "it" else (SourceKind.ANONYMOUS_PERSON, True)
    if token.ent == "GPE":
        return SourceKind.GOVERNMENT, False
    if token.ent == "NORP" or token.tag == "CD":
        return SourceKind.PUBLIC, True
    if sort in ("official", "person"):
        named = any(tokens[k].dep == "appos" and tokens[k].ent == "PERSON" for k in token.kids)
        if sort == "official":
            return (SourceKind.NAMED_OFFICIAL if named else SourceKind.ANONYMOUS_OFFICIAL), not named
        return (SourceKind.NAMED_PERSON if named else SourceKind.ANONYMOUS_PERSON), not named
    if sort is not None:
        return _SORTS[sort], sort == "public"
    if token.pos == "PROPN":
        return SourceKind.ORGANISATION, False
    if any(tokens[k].dep == "appos" and tokens[k].ent == "PERSON" for k in token.kids):
        return SourceKind.NAMED_PERSON, False
    return _kind_of_noun(token)


def _kind_of_noun(token: Token) -> tuple[SourceKind, bool]:
    noun = actor_nouns().get(token.lemma.lower())
    if noun is None:
        human = token.lemma.lower().endswith(_HUMAN)
        return (SourceKind.ANONYMOUS_PERSON, True) if human else (SourceKind.DOCUMENT, False)  # a thing that shows something
    if noun.kind is ActorKind.ORGANISATION:
        return (SourceKind.GOVERNMENT if OFFICIAL_ROLES & set(noun.roles) else SourceKind.ORGANISATION), False
    return (SourceKind.ANONYMOUS_OFFICIAL if OFFICIAL_ROLES & set(noun.roles) else SourceKind.ANONYMOUS_PERSON), True

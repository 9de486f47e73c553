"""Attributions that turn on a verb: clauses, infinitives, objects, prepositions, passives, predicates, asides."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.knowledge.cues import cues
from reportedly.layers.claims.draft import Draft, Range
from reportedly.layers.claims.grammar import Tokens, cue_of, is_passive, kid
from reportedly.layers.claims.subjects import subject
from reportedly.text import Token

OBJECT_PREPOSITIONS = frozenset("as for of over about on against to into from with at".split())
BARE_PREPOSITIONS = frozenset("about for of on to against with in at as over into by from behind".split())
_CLAUSE_MARKS = frozenset("that whether how why for if what".split())
_SUBJECTS = ("nsubj", "nsubjpass")
QUOTING = frozenset({"quote", "cite"})
QUOTED, RELAYED, HEADLINE = "quoted as", "as saying", "headline"
RAISING = frozenset({"seem", "appear"})
_OBJECTS = frozenset({"dobj", "xcomp", "advmod", "acomp", "oprd", "npadvmod", "attr", "dep"})  # what a lone object is taken for
_PUBLIC = frozenset({"deny", "urge", "propose", "warn", "accuse", "praise"})  # lines of cues.csv: what headlines tell of in two words
_PRESENT = frozenset({"VBZ", "VBP"})


def verb_drafts(tokens: Tokens, verb: Token) -> Iterator[Draft]:
    """Every construction in which the verb may attribute something."""
    kids = [tokens[k] for k in verb.kids]
    who = subject(tokens, verb)
    if verb.dep == "pcomp" and (relayed := relayed_words(tokens, verb)) is not None:
        yield relayed
        return
    if verb.lemma in QUOTING and (quoting := quoting_words(tokens, verb, kids, who)) is not None:
        yield quoting
        return
    if verb.dep in ("parataxis", "intj", "advcl", "dep", "ccomp", "conj"):
        yield from _asides(tokens, verb, kids, who)
    yield from _clauses(tokens, verb, kids, who)
    if verb.lemma == "be" or verb.pos == "AUX":
        yield from _predicates(tokens, verb, kids, who)
        return
    if is_passive(tokens, verb):
        yield from _passives(tokens, verb, kids, who)
    else:
        yield from _phrases(tokens, verb, kids, who)


def relayed_words(tokens: Tokens, saying: Token) -> Draft | None:
    """ "quoted the minister as saying X" and "X, it quoted the minister as saying": the words of the one quoted."""
    preposition = tokens[saying.head]
    quoting = tokens[preposition.head]
    if preposition.lower != "as" or quoting.lemma not in QUOTING or saying.tag != "VBG":
        return None
    own = kid(tokens, saying, "ccomp") or kid(tokens, quoting, "ccomp")
    if own is None:
        return None
    pieces = clause_pieces(tokens, own, quoting)
    return Draft(saying.i, RELAYED, subject(tokens, saying), (saying.i, saying.i), pieces, tokens[own.left].lower)


def quoting_words(tokens: Tokens, verb: Token, kids: list[Token], who: int) -> Draft | None:
    """The report of a quotation: "quoted" with whom, how, and what stands before it."""
    quoted = next((k for k in kids if k.dep in ("dobj", "nsubjpass")), None)
    how = next((k for k in kids if k.dep == "prep" and k.lower == "as" and k.i > verb.i), None)
    saying = kid(tokens, how, "pcomp") if how is not None else None
    if quoted is None or saying is None:
        return None
    before = next((k for k in kids if k.dep == "ccomp" and k.i < verb.i), None)
    last = saying.right if kid(tokens, saying, "ccomp") is not None else saying.i
    own = ((quoted.left, last),) if quoted.i > verb.i else ((quoted.left, quoted.right), (how.left if how else verb.i, last))
    return Draft(verb.i, QUOTED, who, cue_of(tokens, verb), ((before.left, before.right), *own) if before is not None else own)


def clause_pieces(tokens: Tokens, clause: Token, verb: Token) -> tuple[Range, ...]:
    """The words of a clause without those of the cue that stands within or about it."""
    left, right = clause.left, clause.right
    if not left <= verb.i <= right:
        return ((left, right),)
    first, last = verb.i, verb.i
    for k in verb.kids:
        if k != clause.i and not tokens[k].left <= clause.i <= tokens[k].right:
            first, last = min(first, tokens[k].left), max(last, tokens[k].right)
    return tuple(p for p in ((left, first - 1), (last + 1, right)) if p[0] <= p[1])


def _clauses(tokens: Tokens, verb: Token, kids: list[Token], who: int) -> Iterator[Draft]:
    for c in _whole_clauses(kids, verb):
        if c.dep == "ccomp" or (c.dep == "advcl" and c.i > verb.i and tokens[c.left].lower in _CLAUSE_MARKS - {"if"}):
            shape = ("clause" if c.i > verb.i else "before") if c.dep == "ccomp" else "adverbial"
            if is_passive(tokens, verb):
                shape = "passive " + shape
            pieces = clause_pieces(tokens, c, verb)
            if c.i > verb.i and (end := _halves(kids, c, verb)) > c.right:
                pieces = ((c.left, end),)
            if c.i > verb.i and (early := _strayed(verb, kids, c)) is not None:
                pieces = ((early, c.right),)
            yield Draft(verb.i, shape, who, cue_of(tokens, verb), pieces, tokens[c.left].lower)


def _whole_clauses(kids: list[Token], verb: Token) -> list[Token]:
    """The dependents without a clause that only continues one before it, as a parse in two halves has it."""
    return [k for n, k in enumerate(kids) if not (n and k.dep == "ccomp" and _continues(kids[n - 1], k, verb))]


def _continues(one: Token, other: Token, verb: Token) -> bool:
    return one.dep == "ccomp" and one.i > verb.i and one.right + 1 == other.left


def _halves(kids: list[Token], clause: Token, verb: Token) -> int:
    """The last token of a clause with the half that continues it."""
    last = clause
    for k in kids:
        if k.i > last.i and k.dep == "ccomp" and _continues(last, k, verb):
            last = k
    return last.right


def _strayed(verb: Token, kids: list[Token], clause: Token) -> int | None:
    """The first word of a clause whose subject or auxiliary the parse hung on the cue instead; None where it is whole.

    "Roe said Oslo had through envoys made the case": "Oslo had" may hang on "said", which has a subject already.
    """
    if not any(k.dep in _SUBJECTS and k.i < verb.i for k in kids):
        return None
    stray = [k for k in kids if verb.i < k.i < clause.left and (k.dep in _SUBJECTS or k.dep in ("aux", "auxpass"))]
    return stray[0].left if stray else None


def _asides(tokens: Tokens, verb: Token, kids: list[Token], who: int) -> Iterator[Draft]:
    """The cue stands as an aside in what it attributes: "This, he says, is new", "as the mayor put it"."""
    main = tokens[verb.head]
    if (
        main.i == verb.i
        or main.pos not in ("VERB", "AUX")
        or any(k.dep in ("ccomp", "xcomp") or (k.dep == "dobj" and verb.lemma != "tell") for k in kids)
    ):
        return
    mark = kid(tokens, verb, "mark")
    if verb.dep == "advcl" and (mark is None or mark.lower != "as"):
        return
    pieces = _without(_after_colon(tokens, main.left, verb.left), main.right, verb.left, verb.right)
    if pieces and (mark is None or mark.lower == "as"):
        yield Draft(verb.i, "aside " + verb.dep, who, cue_of(tokens, verb), pieces, mark.lower if mark else "")


def _after_colon(tokens: Tokens, first: int, before: int) -> int:
    """Where a statement begins that another with a colon or semicolon introduces: "He rejected it: the ship, he said, is ours"."""
    return next((t.i + 1 for t in reversed(tokens[first:before]) if t.text in (":", ";")), first)


def _without(left: int, right: int, first: int, last: int) -> tuple[Range, ...]:
    return tuple(p for p in ((left, first - 1), (last + 1, right)) if p[0] <= p[1])


def _phrases(tokens: Tokens, verb: Token, kids: list[Token], who: int) -> Iterator[Draft]:
    """Active verbs with an infinitive, an object, or a preposition."""
    if (last := _headline_object(tokens, verb, kids)) is not None and who >= 0:
        yield Draft(verb.i, HEADLINE, who, cue_of(tokens, verb), ((last.i, last.i),), last.lemma)
        return
    thing = next((k for k in kids if k.dep == "dobj"), None)
    act = next((k for k in kids if k.dep == "xcomp"), None)
    state = act or next((k for k in kids if k.dep in ("oprd", "acomp", "prep")), None)
    if verb.lemma in RAISING and state is not None and state.i > verb.i and (about := kid(tokens, verb, "nsubj")) is not None:
        yield Draft(verb.i, "raising", -1, cue_of(tokens, verb), ((about.left, about.right), (state.left, state.right)), state.dep)
        return
    if act is not None:
        shape = "infinitive" if thing is None or thing.i > act.i else "asked infinitive"
        yield Draft(verb.i, shape, who, cue_of(tokens, verb), ((act.left, act.right),), act.tag)
        if shape == "asked infinitive" and thing is not None:
            yield Draft(verb.i, "object infinitive", who, cue_of(tokens, verb), ((thing.left, act.right),), act.tag)
    preps = [k for k in kids if k.dep in ("prep", "agent") and k.i > verb.i and k.kids]
    if thing is not None:
        yield from _objects(tokens, verb, thing, kids, preps, who)
    for p in preps:
        if p.lower in BARE_PREPOSITIONS:
            start = p.i + 1
            yield Draft(
                verb.i,
                "preposition" if thing is None else "object, preposition",
                who,
                cue_of(tokens, verb, p),
                ((start, max(start, p.right)),),
                p.lower,
            )


def _headline_object(tokens: Tokens, verb: Token, kids: list[Token]) -> Token | None:
    """ "UN urges {calm}", "Minister welcomes {truce}": the one word after a cue that ends a headline, whatever the parse took it for."""
    last = kids[-1] if kids else verb
    ends = last.i == verb.i + 1 and (last.i + 1 == len(tokens) or tokens[last.i + 1].sent != verb.sent)
    if not ends or last.kids or last.dep not in _OBJECTS or verb.tag not in _PRESENT:
        return None
    if last.pos not in ("NOUN", "PROPN", "ADJ") and last.tag != "VBG":
        return None
    cue = cues().get((verb.lemma, "VERB"))
    return last if cue is not None and cue.like in _PUBLIC else None


def _objects(tokens: Tokens, verb: Token, thing: Token, kids: list[Token], preps: list[Token], who: int) -> Iterator[Draft]:
    cue = cue_of(tokens, verb)
    named = next((k for k in kids if k.dep == "oprd" and k.i > thing.i), None)
    if named is not None:
        yield Draft(verb.i, "object predicate", who, cue, ((thing.left, named.right),), named.tag)
        return
    last = thing.right
    for p in preps:
        if p.i > thing.i and p.left <= last + 2 and p.lower in OBJECT_PREPOSITIONS:
            yield Draft(verb.i, "object preposition", who, cue, ((thing.left, p.right),), p.lower)
            break
    if thing.left > verb.i:
        yield Draft(verb.i, "object", who, cue, ((thing.left, last),), thing.lemma)
    elif thing.right < verb.i:
        yield Draft(verb.i, "object before", who, cue, ((thing.left, thing.right),), thing.lemma)


def _passives(tokens: Tokens, verb: Token, kids: list[Token], who: int) -> Iterator[Draft]:
    """ "is expected to", "was seen by critics as", "has been announced": what it is about, and what is said of it."""
    about = next((k for k in kids if k.dep in ("nsubjpass", "csubjpass")), None)
    if about is None and verb.dep in ("acl", "advcl", "relcl"):
        about = tokens[verb.head] if verb.dep == "acl" and tokens[verb.head].pos in ("NOUN", "PROPN", "PRON") else None
        head = ((about.left, verb.left - 1),) if about is not None and about.left <= verb.left - 1 else ()
    else:
        head = ((about.left, about.right),) if about is not None else ()
    cue = cue_of(tokens, verb)
    for k in kids:
        if k.i < verb.i or k.dep not in ("xcomp", "oprd", "prep", "advcl"):
            continue
        if k.dep == "advcl" and tokens[k.left].lower != "to":
            continue
        if k.dep == "prep" and k.lower not in BARE_PREPOSITIONS:
            continue
        key = k.lower if k.dep == "prep" else k.tag
        yield Draft(verb.i, "passive " + k.dep, who, cue, (*head, (k.left, k.right)), key)
    if head:
        yield Draft(verb.i, "passive", who, cue, head, "by" if who >= 0 else "")


def _predicates(tokens: Tokens, verb: Token, kids: list[Token], who: int) -> Iterator[Draft]:
    """ "is confident that", "was ready to", "were critical of"."""
    state = next((k for k in kids if k.dep in ("acomp", "attr", "oprd") and k.i > verb.i), None)
    if state is None or state.pos not in ("ADJ", "VERB", "NOUN"):
        return
    cue = cue_of(tokens, verb, state)
    for k in (*kids, *(tokens[i] for i in state.kids)):
        if k.i <= state.i:
            continue
        if k.dep in ("ccomp", "xcomp") or (k.dep in ("acl", "advcl") and tokens[k.left].lower in ("to", "that", "for")):
            yield Draft(state.i, "state " + ("clause" if k.dep == "ccomp" else "infinitive"), who, cue, ((k.left, k.right),), state.pos)
        elif k.dep == "prep" and k.lower in BARE_PREPOSITIONS and k.kids:
            yield Draft(state.i, "state preposition", who, (cue[0], max(cue[1], k.i)), ((k.i + 1, max(k.i + 1, k.right)),), k.lower)

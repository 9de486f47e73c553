"""What no cue and no source can be, whatever the encoder hears: deeds, names, the one who is accused or asked, a name on the way."""

from __future__ import annotations

from functools import cache

from reportedly.knowledge.cues import cues, no_cues
from reportedly.knowledge.silences import silence_words
from reportedly.layers.claims.draft import Range
from reportedly.layers.claims.extents import antecedent
from reportedly.layers.claims.falsehoods import GOODS
from reportedly.layers.claims.grammar import Tokens, is_passive, kid
from reportedly.layers.claims.refusals import is_mere_refusal
from reportedly.layers.claims.subjects import OBJECT_CONTROL, subject
from reportedly.layers.claims.unspoken import keeps_nothing_back
from reportedly.layers.claims.verbs import QUOTING
from reportedly.layers.claims.verifying import is_unchecked
from reportedly.model import Stance
from reportedly.text import Parsed, Token

_FAILING = frozenset({"unable", "fail", "powerless"})
_SAYING = frozenset({"say", "add", "insist", "note"})  # nobody is said, so an object of theirs is who speaks
_MARKS = frozenset({'"', "''", "\u201d"})
_GOING_ON = frozenset("continue begin start stop cease keep resume".split())
_KEEPING = frozenset({"deny", "refuse"})
_SUBJECTS = ("nsubj", "csubj")
_GUILT = frozenset("accuse convict suspect acquit guilty clear".split())
_GIVING = frozenset({"promise", "offer"})
_AIMED = frozenset({"of", "about", "to", "against", "with", "at", "on"})
_SHARING = frozenset({"conj", "xcomp", "advcl"})
_FUNCTION = frozenset({"not", "n't", "never", "to", "yet", "do", "does", "did", "has", "have", "had", "is", "was", "be"})  # no cue alone
_BY_THEMSELVES = "refusing unavailable silent evading dodging leaving referring unanswered fruitless off unwilling untimely".split()
_DIRECTED = frozenset(
    {"accuse", "praise", "urge", "say", "confirm", "warn", "call"}
)  # lines of cues.csv: a passive has their aim for subject


def is_no_claim(tokens: Tokens, head: Token) -> bool:
    """Whether a word that may attribute tells only of a deed, or of something that was not said."""
    call = (known := cues().get((head.lemma, "VERB"))) is not None and known.like == "call"
    state = kid(tokens, head, "acomp") or head
    failing = state.lemma in _FAILING and any(_was_not_done(tokens, tokens[k]) for k in state.kids)
    undone = failing or _was_not_done(tokens, head) or _only_goes_on(tokens, head)
    return (
        undone
        or is_unchecked(tokens, head)
        or _is_another_verb(tokens, head)
        or is_mere_refusal(tokens, head)
        or (head.pos == "VERB" and keeps_nothing_back(tokens, head))
        or _withholds_goods(tokens, head)
        or _is_deed_of_guilt(tokens, head)
        or (call and _has_doer(tokens, head))
    )


def _is_another_verb(tokens: Tokens, head: Token) -> bool:
    """ "was {sworn} in": with its particle a verb that attributes nothing."""
    particle = kid(tokens, head, "prt")
    return particle is not None and f"{head.lemma}_{particle.lower}" in no_cues()


def _withholds_goods(tokens: Tokens, verb: Token) -> bool:
    """ "was denied entry", "refused the lorries passage": nothing is said."""
    if verb.lemma not in _KEEPING or verb.pos != "VERB":
        return False
    thing = kid(tokens, verb, "dobj")
    two = thing is not None and (is_passive(tokens, verb) or kid(tokens, verb, "dative") is not None)
    clause = kid(tokens, verb, "ccomp")  # "refused its teams access", access taken for a verb
    clause = clause or kid(tokens, verb, "oprd")
    bare = clause is not None and clause.lemma in GOODS and clause.right <= clause.i
    return two or bare or (verb.lemma == "refuse" and thing is not None and thing.lemma in GOODS)


def _was_not_done(tokens: Tokens, verb: Token) -> bool:
    """ "was unable to verify the report", "failed to confirm it": nobody has said so."""
    above = tokens[verb.head]
    if verb.dep != "xcomp" or above.lemma not in _FAILING or verb.pos != "VERB":
        return False
    cue = cues().get((verb.lemma, "VERB"))
    return cue is None or cue.stance in (Stance.ASSERTS, Stance.DENIES)


def _only_goes_on(tokens: Tokens, verb: Token) -> bool:
    """ "continued to shell the town", "began digging": an act that goes on, begins or ends, where it is no act of speech."""
    act = kid(tokens, verb, "xcomp") or kid(tokens, verb, "dobj")
    if verb.lemma not in _GOING_ON or act is None or act.i < verb.i or kid(tokens, verb, "ccomp") is not None:
        return False
    return not any((act.lemma.lower(), pos) in cues() for pos in ("VERB", "NOUN", "SAID"))


def _is_deed_of_guilt(tokens: Tokens, verb: Token) -> bool:
    """ "accused of {ordering} the killings": what somebody is to have done, unless a clause tells what was said."""
    of = tokens[verb.head]
    if verb.dep != "pcomp" or verb.tag != "VBG" or of.lower != "of" or tokens[of.head].lemma not in _GUILT:
        return False
    return kid(tokens, verb, "ccomp") is None


def is_no_word(parsed: Parsed, cue: Range, head: Token) -> bool:
    """Whether the words attribute nothing by themselves: a name in the prose, a mere "for", a deed with its doer, a failing."""
    words = parsed.tokens[cue[0] : cue[1] + 1]
    named = head.pos == "PROPN" and head.ent == "PERSON" and head.para >= parsed.headings
    deed = (head.lemma, "VERB") not in cues() and _has_doer(parsed.tokens, head)
    mere = all(t.lower == "for" for t in words) or (len(words) == 1 and words[0].lower in _FUNCTION)
    return named or deed or head.lemma in _FAILING or mere


def _has_doer(tokens: Tokens, verb: Token) -> bool:
    """ "was put down by the guard", "was seized by rebels": a deed with its doer, and nothing is told beside it."""
    if verb.pos != "VERB" or kid(tokens, verb, "agent") is None or kid(tokens, verb, "ccomp", "xcomp", "oprd") is not None:
        return False
    return not any(tokens[k].lower in ("as", "at", "forward") for k in verb.kids)


def is_no_noun(tokens: Tokens, head: Token, who: Range | None) -> bool:
    """ "trade {blame} as the crisis deepens": a noun that the table does not know and that nobody is heard to utter."""
    if head.pos != "NOUN" or (head.lemma.lower(), "NOUN") in cues():
        return False
    return who is None or all(t.head == head.i and t.i < head.i for t in tokens[who[0] : who[1] + 1] if t.pos != "PUNCT")


def may_keep_silent(tokens: Tokens, cue: Range) -> bool:
    """Whether a word of the tables, or any that is negated, tells of a silence or a denial: not "abstained", not "spoke"."""
    words = tokens[cue[0] : cue[1] + 1]
    denying = (cues().get((t.lemma.lower(), pos)) for t in words for pos in ("VERB", "NOUN", "PRED", "PHRASE"))
    told = {form for t in words for form in (t.lemma.lower(), t.lower)}
    alone, phrases = _silent_words()
    silent = any(t.dep == "neg" for t in words) or not alone.isdisjoint(told) or any(p <= told for w in told for p in phrases.get(w, ()))
    return silent or any(c and c.stance is Stance.DENIES for c in denying)


@cache
def _silent_words() -> tuple[frozenset[str], dict[str, list[frozenset[str]]]]:
    """The words that tell of a silence by themselves, and by their first word the phrases that do: "walk" and "on", not "on" alone."""
    known = [word.split("_") for sort in _BY_THEMSELVES for word in silence_words()[sort]]
    phrases: dict[str, list[frozenset[str]]] = {}
    for first, *others in known:
        if others:
            phrases.setdefault(first, []).append(frozenset((first, *others)))
    return frozenset(first for first, *others in known if not others), phrases


def _is_aim(tokens: Tokens, head: Token, who: Token) -> bool:
    """Whether somebody is the one accused, asked or told: "the minister was urged to resign"."""
    if head.pos != "VERB" or not is_passive(tokens, head):
        return False
    cue = cues().get((head.lemma, "VERB"))
    given = head.lemma in _GIVING and kid(tokens, head, "dobj") is not None  # "nurses were promised a raise"
    directed = given or head.lemma in OBJECT_CONTROL | _GUILT or (cue is not None and cue.like in _DIRECTED)
    about = kid(tokens, head, "nsubjpass")
    if not directed or about is None:
        return False
    meant = antecedent(tokens, about)
    first, last = (about.left, about.right) if meant.i == about.i else (meant.left, about.i)
    return first <= who.i <= last


def _true_speaker(tokens: Tokens, head: Token, who: Token) -> int | None:
    """The cue's own subject, where somebody heard as the source only stands on the way to it.

    Under a preposition or for an object of the cue or of the verb that it goes on from ("said of {President Otto Benn}", "met {the
    envoy} and said"), or within a clause about the subject ("who ousted {Ms Chai}", "the Post, citing {an aide}, reported", "the major,
    seen as a new {Cato}, has asked for").
    """
    verbs = _shared(tokens, head) if head.pos == "VERB" and head.lemma not in QUOTING else list[Token]()
    own = kid(tokens, verbs[-1], *_SUBJECTS) if verbs else None
    inverted = any(k == who.i and (tokens[k].dep in _SUBJECTS or v.lemma in _SAYING) for v in verbs for k in v.kids)
    if own is None or own.i == who.i or inverted or any(t.text in _MARKS for t in tokens[own.i : verbs[-1].i]):
        return None  # "said the mayor"; "Why now?" asked Ms Roe, where a word of the question was taken for the subject
    speaker = subject(tokens, head)
    clauses = (
        t for t in tokens[own.i + 1 : own.right + 1]
        if t.head == own.i and (t.lemma in QUOTING or (t.dep == "relcl" and len(verbs) == 1) or (t.dep == "acl" and t.tag == "VBN"))
    )  # fmt: skip
    inside = any(t.left <= who.i <= t.right for t in clauses)
    return speaker if inside or any(_is_beside(tokens, v, head, who) for v in verbs) else None


def _shared(tokens: Tokens, head: Token) -> list[Token]:
    """A verb with those above it whose subject it shares, up to the one that has it."""
    verbs = [head]
    while kid(tokens, verbs[-1], *_SUBJECTS, "nsubjpass") is None:
        above, bare = tokens[verbs[-1].head], verbs[-1].dep == "conj" or verbs[-1].tag in ("VB", "VBG")
        if not bare or verbs[-1].dep not in _SHARING or above.pos not in ("VERB", "AUX") or above.i == verbs[-1].i:
            break
        verbs.append(above)
    return verbs


def _is_beside(tokens: Tokens, verb: Token, head: Token, who: Token) -> bool:
    """Whether somebody is object, addressee or part of a phrase or clause of a verb, not made by it to speak: "asked {him} to explain"."""
    for k in (tokens[k] for k in verb.kids):
        if not k.left <= who.i <= k.right or k.left <= head.i <= k.right:
            continue
        goes_on = verb is not head and head.tag == "VBG" and k.right < head.i  # "said that {he} would come, adding that"
        if (k.lemma in QUOTING and k.tag == "VBG") or (k.dep == "ccomp" and goes_on):
            return True
        made = verb is not head and k.dep == "dobj" and (head.dep == "xcomp" or tokens[head.left - 1].i == k.right)
        return not made and (k.dep in ("dobj", "dative") or (k.dep == "prep" and k.lower in _AIMED))
    return False


def from_noun(tokens: Tokens, who: Range) -> Range:
    """The source with the noun that its clause is about: "{Ms Roe,} who leads the union"."""
    meant = antecedent(tokens, tokens[who[0]]) if who[0] < who[1] else tokens[who[0]]
    return (min(meant.left, who[0]), who[1]) if meant.i < who[0] else who


def speaker_instead(tokens: Tokens, head: Token, who: Token, words: Range) -> int | None:
    """The speaker in place of one who cannot be: nobody (-1) or the cue's own subject; None where there is nothing against him.

    `who` is the head of the `words` heard.
    """
    if _is_aim(tokens, head, who) or who.i == head.i:
        return subject(tokens, head)
    own = _true_speaker(tokens, head, who)
    return None if own is not None and words[0] <= own <= words[1] else own

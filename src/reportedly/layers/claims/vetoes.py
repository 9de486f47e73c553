"""What no cue and no source can be, whatever the encoder hears: deeds, names, the one who is accused or asked, a name on the way."""

from __future__ import annotations

from functools import cache

from reportedly.knowledge.cues import cues
from reportedly.knowledge.silences import silence_words
from reportedly.layers.claims.draft import Range
from reportedly.layers.claims.extents import antecedent
from reportedly.layers.claims.falsehoods import GOODS
from reportedly.layers.claims.grammar import Tokens, is_passive, kid
from reportedly.layers.claims.subjects import OBJECT_CONTROL, subject
from reportedly.model import Stance
from reportedly.text import Parsed, Token

_FAILING = frozenset({"unable", "fail", "powerless"})
_KEEPING = frozenset({"deny", "refuse"})
_SUBJECTS = ("nsubj", "csubj")
_GUILT = frozenset("accuse convict suspect acquit guilty clear".split())
_GIVING = frozenset({"promise", "offer"})
_AIMED = frozenset({"of", "about", "to", "against", "with"})
_BY_THEMSELVES = "refusing unavailable silent evading dodging leaving referring unanswered fruitless off unwilling untimely".split()
_DIRECTED = frozenset(
    {"accuse", "praise", "urge", "say", "confirm", "warn", "call"}
)  # lines of cues.csv: a passive has their aim for subject


def is_no_claim(tokens: Tokens, head: Token) -> bool:
    """Whether a word that may attribute tells only of a deed, or of something that was not said."""
    call = (known := cues().get((head.lemma, "VERB"))) is not None and known.like == "call"
    state = kid(tokens, head, "acomp") or head
    failing = state.lemma in _FAILING and any(_was_not_done(tokens, tokens[k]) for k in state.kids)
    undone = failing or _was_not_done(tokens, head)
    return undone or _withholds_goods(tokens, head) or _is_deed_of_guilt(tokens, head) or (call and _has_doer(tokens, head))


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
    return named or deed or head.lemma in _FAILING or all(t.lower == "for" for t in words)


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
    words, known = tokens[cue[0] : cue[1] + 1], _silent_words()
    denying = (cues().get((t.lemma.lower(), pos)) for t in words for pos in ("VERB", "NOUN", "PRED", "PHRASE"))
    return any(t.lemma.lower() in known or t.dep == "neg" for t in words) or any(c and c.stance is Stance.DENIES for c in denying)


@cache
def _silent_words() -> frozenset[str]:
    """The words of those sorts that tell of a silence by themselves."""
    return frozenset(part for sort in _BY_THEMSELVES for word in silence_words()[sort] for part in word.split("_"))


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

    Under a preposition of the cue ("said of {President Otto Benn}"), or within a clause about the subject ("who ousted {Ms Chai}").
    """
    own = kid(tokens, head, *_SUBJECTS) if head.pos == "VERB" else None
    if own is None or own.i == who.i:
        return None
    aimed = any(tokens[k].dep in ("prep", "dative") and tokens[k].lower in _AIMED and k < who.i <= tokens[k].right for k in head.kids)
    clauses = (t for t in tokens[own.i + 1 : own.right + 1] if t.dep == "relcl" and t.head == own.i)
    inside = any(t.left <= who.i <= t.right for t in clauses)
    return subject(tokens, head) if aimed or inside else None


def from_noun(tokens: Tokens, who: Range) -> Range:
    """The source with the noun that its clause is about: "{Ms Roe,} who leads the union"."""
    meant = antecedent(tokens, tokens[who[0]]) if who[0] < who[1] else tokens[who[0]]
    return (min(meant.left, who[0]), who[1]) if meant.i < who[0] else who


def speaker_instead(tokens: Tokens, head: Token, who: Token) -> int | None:
    """The speaker in place of one who cannot be: nobody (-1) or the cue's own subject; None where there is nothing against him."""
    return subject(tokens, head) if _is_aim(tokens, head, who) else _true_speaker(tokens, head, who)

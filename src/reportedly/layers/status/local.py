"""What stands with a predicate itself: negation, auxiliaries, adverbs, determiners, adjectives."""

from __future__ import annotations

from typing import NamedTuple

from reportedly.knowledge.status import Standing, StatusKnowledge
from reportedly.layers.status.standing import REAL, negated, under
from reportedly.model import Status
from reportedly.text import Parsed, Token

COMING = frozenset("materialise materialize happen come occur".split())  # what is said in the negative of a thing that was not

ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "expl"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
WILLING = frozenset({"PERSON", "ORG", "GPE", "NORP"})
WANTING = frozenset("desire request expectation order plan hypothesis obligation".split())  # "wants no war" wants all the same
NEVER_ANY = frozenset({"no", "not", "n't", "never", "nothing", "nobody", "none", "neither", "without"})
NOBODY = frozenset({"nothing", "nobody", "none"})
FRONT = 12  # tokens of what may be put first
FRONTED = frozenset({"no", "not", "never", "nowhere", "neither", "nor", "rarely", "seldom"})
TURNED = frozenset("do does did has have had is are was were will would can could may might must should shall".split())
PERSONAL = frozenset({"he", "she", "they", "we", "i"})
PAST_BE = frozenset({"was", "were"})  # reported speech shifts the tense: "said it was looking into"
PRESENT_BE = frozenset({"is", "are", "am", "'s", "'re", "'m", "been"})


class Signs(NamedTuple):
    """What a predicate's own dependents say: negation, the modal's frame, adverbs' frames, and its subject and tense."""

    negation: bool = False
    few: bool = False
    modal: str | None = None
    frames: tuple[str, ...] = ()
    subject: bool = False
    auxiliary: bool = False
    progressive: bool = False


NO_SIGNS = Signs()


def signs(parsed: Parsed, known: StatusKnowledge, t: Token) -> Signs:
    """The signs at a verb, adjective or noun."""
    tokens, cues = parsed.tokens, known.cues
    negation = few = subject = auxiliary = perfect = willing = False
    progressive = t.tag in {"VBZ", "VBP"} and t.lemma in cues["LASTING"]
    modal: str | None = None
    frames: tuple[str, ...] = ()
    for k in t.kids:
        kid = tokens[k]
        dep = kid.dep
        if dep == "neg":
            negation = True
        elif dep == "aux" or dep == "auxpass":
            auxiliary = True
            modal = modal or known.modals.get(kid.lower)
            progressive = progressive or (t.tag == "VBG" and (kid.lower in PRESENT_BE or (t.dep == "ccomp" and kid.lower in PAST_BE)))
            perfect = perfect or kid.lower in {"has", "have", "'ve"}
        elif dep == "advmod":
            name = cues["ADV"].get(kid.lower)
            negation, few = negation or name == "negation" or no_longer(tokens, kid), few or name == "few"
            progressive = progressive or name == "continuing"
            if name in known.frames and name:
                frames += (name,)
        elif dep == "prep" and kid.lower == "since" and perfect:
            progressive = True  # "has fought since 2016"
        elif dep == "prep" and any(tokens[j].lower in NOBODY for j in kid.kids):
            negation = True  # "agreed on nothing"
        elif dep in ("preconj", "cc") and kid.lower == "neither":
            negation = True
        elif dep in ARGUMENTS:
            subject = subject or dep in SUBJECTS
            willing = willing or (dep == "nsubj" and (kid.ent in WILLING or kid.lower in PERSONAL))
            name = _quantity(tokens, known, kid)
            wanted = dep == "dobj" and known.cues["VERB"].get(t.lemma) in WANTING
            negation, few = negation or (name == "negation" and not wanted), few or name == "few"
    negation = negation or fronted_no(parsed, t) or (t.dep == "conj" and any(tokens[k].lower == "nor" for k in tokens[t.head].kids))
    if perfect and modal == "obligation":
        modal = "surmise" if not negation else None  # "must have shot him": a guess, no duty
    if willing and modal == "expectation":
        modal = "plan"  # what somebody "will" do he means to do; what "will" happen is expected
    return Signs(negation, few, modal, frames, subject, auxiliary, progressive)


def fronted_no(parsed: Parsed, t: Token) -> bool:
    """Whether a verb is negated by what is put first, which turns subject and auxiliary round: "at no point did he", "not once has she"."""
    first = parsed.sentences[t.sent].first
    while first < t.i and parsed.tokens[first].pos == "PUNCT":
        first += 1
    if not any(k.lower in FRONTED for k in parsed.tokens[first : first + 2]):
        return False
    auxiliary = next((k for k in parsed.children(t, "aux", "auxpass") if k.lower in TURNED), t if t.lower in TURNED else None)
    subject = parsed.child(t, "nsubj", "nsubjpass")
    if auxiliary is None or (subject is not None and subject.i < auxiliary.i):
        return False
    return 0 < auxiliary.i - first <= FRONT and not any(k.text in (",", ";") for k in parsed.tokens[first : auxiliary.i])


def no_longer(tokens: tuple[Token, ...], adverb: Token) -> bool:
    """ "no longer", "no more"."""
    return adverb.lower in {"longer", "more"} and adverb.i > 0 and tokens[adverb.i - 1].lower == "no"


def _quantity(tokens: tuple[Token, ...], known: StatusKnowledge, argument: Token) -> str | None:
    """ "negation" for "no soldiers", "nobody", "none of them"; "few" for "few soldiers"."""
    if name := known.cues["PRON"].get(argument.lower):
        return name
    if tokens[argument.left].lower == "not":
        return "negation"  # "not one soldier", "not a shot"
    for k in argument.kids:
        kid = tokens[k]
        if kid.dep in {"det", "amod", "preconj", "cc"} and (name := known.cues["DET"].get(kid.lower)):
            # "a few" and "a little" affirm.
            return None if kid.i and tokens[kid.i - 1].lower == "a" else name
    return None


def shared(parsed: Parsed, t: Token, own: Signs, first: Signs) -> Signs:
    """The signs of a verb that is coordinated with another and shares its auxiliaries ("will meet and talk")."""
    if own.subject or own.auxiliary or t.tag not in {"VB", "VBN", "VBG"}:
        return own
    together = t.tag == parsed.tokens[t.head].tag
    return own._replace(
        modal=own.modal or (first.modal if together else None),
        negation=own.negation or (together and first.negation),
        frames=own.frames + first.frames,
    )


def stand(known: StatusKnowledge, outer: Standing, own: Signs) -> Standing:
    """The standing of a predicate with these signs where its governor gives it `outer`."""
    standing = outer
    if own.modal is not None:
        frame = known.frames[own.modal]
        standing = under(outer, frame)
        if own.negation and outer.status is not Status.DENIED:
            standing = frame.negative if outer.certainty > 0 else standing
    elif own.negation:
        standing = negated(outer, known)
    if own.few and standing.certainty > 0:
        standing = known.plain["few"]
    for name in own.frames:
        standing = under(standing, known.frames[name])
    if own.progressive and standing.status is Status.HAPPENED:
        standing = Standing(Status.ONGOING, min(standing.certainty, known.plain["ongoing"].certainty))
    return standing


def _never_any(parsed: Parsed, determiner: Token) -> bool:
    """Whether "any" stands under a negation before it: "had nothing to do with any attack"."""
    first = parsed.sentences[determiner.sent].first
    return any(k.lower in NEVER_ANY for k in parsed.tokens[first : determiner.i])


def noun_standing(parsed: Parsed, known: StatusKnowledge, outer: Standing, t: Token) -> Standing:
    """The standing of an event noun: "no", "alleged", "planned", "failed" before it."""
    standing = outer
    for k in t.kids:
        kid = parsed.tokens[k]
        if kid.dep == "amod":
            if frame := known.frame("AMOD", kid.lower):
                standing = under(standing, frame)
        elif kid.dep == "det" and known.cues["DET"].get(kid.lower) == "negation" and standing.certainty > 0:
            standing = negated(standing, known)
        elif kid.dep == "det" and kid.lower == "any" and standing.status in REAL:
            standing = known.plain["negated"] if _never_any(parsed, kid) else known.frames["aversion"].positive
    return known.plain["negated"] if standing.status in REAL and _never_came(parsed, t) else standing


def _never_came(parsed: Parsed, noun: Token) -> bool:
    """Whether a relative clause says that a thing did not come about: "the ambush on the camp, which never came"."""
    of = [parsed.child(k, "pobj") for k in parsed.children(noun, "prep")]
    clauses = (k for n in (noun, *of) if n is not None for k in parsed.children(n, "relcl"))
    return any(k.lemma in COMING and parsed.child(k, "neg") is not None and _relative_subject(parsed, k) for k in clauses)


def _relative_subject(parsed: Parsed, verb: Token) -> bool:
    subject = parsed.child(verb, "nsubj")
    return subject is not None and subject.tag == "WDT"

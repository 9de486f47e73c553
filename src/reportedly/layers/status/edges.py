"""What a governor does to its dependent: the standing that a clause, phrase or event noun takes over from above."""

from __future__ import annotations

from reportedly.knowledge.status import Frame, Standing, StatusKnowledge
from reportedly.layers.status.fates import never_came, presupposed, shelved, subject
from reportedly.layers.status.frames import OBJECT_FRAMES, OBJECTS, frame_of, phrasal
from reportedly.layers.status.prepositions import prepositional
from reportedly.layers.status.shapes import (
    definite,
    forgone,
    infinitive,
    inverted,
    marker,
    passive,
    past,
    starts_anew,
    whether,
    wondered,
)
from reportedly.layers.status.standing import HOLDS, OPPOSED, REAL, under
from reportedly.model import Status
from reportedly.text import Parsed, Token

CLAUSES = frozenset({"ccomp", "xcomp", "csubj", "csubjpass", "oprd", "acomp"})
LIGHT = frozenset({"have", "go", "set", "use", "mean"})  # they open a frame only for a "to" clause
REJECTING = frozenset({"reject", "dismiss", "refute", "dispute", "contradict", "rebut"})
# No frames of an aim: what follows them with "to" is why it was done.
AIMLESS = frozenset("prevention cessation denial doubt factive cancelled absence failure beginning continuation success".split())
PRESENT = frozenset({"VBZ", "VBP"})
ORDINALS = frozenset("first second third next last only latest".split())
HEADLINE = frozenset({"ROOT", "ccomp"})  # where the noun stands that a headline's "to" clause hangs on
ANY = frozenset({"a", "an", "any", "every"})
PEOPLE = frozenset("people person man woman country state nation government group company leader".split())
ANYBODY = frozenset({"anyone", "anybody", "whoever", "everyone", "those"})
NEAR = 3  # tokens from a verb with a particle to a gerund that completes it
SAYING = frozenset("say tell report add believe think know".split())
NOTHING = frozenset({"nothing", "little"})
EVIDENCING = frozenset("show suggest indicate prove confirm support establish corroborate demonstrate substantiate back".split())
HEARSAY = frozenset({"report", "belief", "allegation", "possibility", "supposition"})
AVERTING = frozenset({"defuse", "intercept", "disarm"})


def outer(parsed: Parsed, known: StatusKnowledge, own: list[Standing], above: list[Standing], t: Token) -> Standing:
    """The standing that a token takes from its governor; `own` and `above` hold the governors' own and inherited ones."""
    head, dep = parsed.tokens[t.head], t.dep
    if forgone(parsed, t):
        return known.frames["absence"].positive
    if dep == "conj":
        return known.plain["happened"] if starts_anew(parsed, t, head) else above[head.i]
    if dep in CLAUSES:
        return _clause(parsed, known, own[head.i], head, t)
    if dep in OBJECTS:
        return _object(parsed, known, own[head.i], head, t)
    if dep == "advcl":
        return _adverbial(parsed, known, own[head.i], head, t)
    if dep == "acl" or (dep == "relcl" and any(k.lower == "that" for k in parsed.children(t, "mark"))):  # "a lie that they fled"
        return _noun_clause(parsed, known, own[head.i], head, t)
    if dep in {"pobj", "pcomp"}:
        return prepositional(parsed, known, own, head, t)
    if dep == "nsubj":
        return subject(parsed, known, own[head.i], head, t)
    if dep == "relcl" and infinitive(parsed, t):
        return _to_come(parsed, known, own[head.i], head)
    if dep == "relcl" and _of_anybody(parsed, head, t):
        return known.frames["condition"].positive
    if dep in {"relcl", "parataxis", "ROOT", "csubj"}:
        return known.plain["happened"]
    return own[head.i]


def _to_come(parsed: Parsed, known: StatusKnowledge, over: Standing, noun: Token) -> Standing:
    """ "Minister to visit Rome" is yet to come, "no reason to indict him" hangs on the reason, "the first to go" went."""
    frame = frame_of(parsed, known, noun)
    if frame is not None:
        return under(over, frame)
    if noun.lower == "nothing" and over.status in OPPOSED:
        return over  # "there was nothing to show that"
    if noun.pos == "PRON" or any(k.tag == "JJS" or k.lower in ORDINALS for k in parsed.children(noun, "amod")):  # "nothing to do with"
        return known.plain["happened"]
    return known.frames["plan"].positive if noun.dep in HEADLINE and over.status in REAL else under(over, known.frames["infinitive"])


def _of_anybody(parsed: Parsed, noun: Token, t: Token) -> bool:
    """Whether a clause says who is meant by a rule: "a man who threatens a judge goes to prison", "people who burn villages"."""
    if t.tag not in PRESENT or parsed.child(t, "nsubj") is None:
        return False
    if noun.tag == "NNS" and noun.lemma in PEOPLE and not any(k.i < noun.i and k.pos != "PUNCT" for k in parsed.children(noun)):
        return True
    if noun.dep not in {"nsubj", "nsubjpass"}:
        return False
    anybody = noun.lower in ANYBODY or any(k.lower in ANY for k in parsed.children(noun, "det"))
    above = parsed.head(noun)
    rule = above.tag in PRESENT or any(k.tag == "MD" or k.tag in PRESENT for k in parsed.children(above, "aux", "auxpass"))
    return anybody and rule and above.lemma not in SAYING


def _clause(parsed: Parsed, known: StatusKnowledge, over: Standing, head: Token, t: Token) -> Standing:
    frame = _said_of_it(parsed, known, head, t) or _of_object(parsed, known, head, t) or frame_of(parsed, known, head)
    if t.dep == "ccomp" and _nothing_to(parsed, head):
        return known.frames["doubt"].positive  # "there was nothing to show that"
    if t.dep == "acomp" or (t.dep == "oprd" and frame is None):
        return over
    if t.dep == "ccomp":
        if t.i < head.i and any(k.text == ";" for k in parsed.tokens[t.i : head.i]):
            return known.plain["happened"]  # two sentences in one: "X blamed Y; Y denied it"
        if whether(parsed, t):
            return under(over, known.frames["asking"])
        if frame is not None and frame.name in {"asking", "request"} and wondered(parsed, t):
            return known.plain["generic"]  # "asked why troops had been sent": they had been
        return under(over, frame or known.frames["report"])
    if frame is not None and frame.name in HEARSAY and passive(parsed, head) and infinitive(parsed, t):
        return under(over, known.frames["hearsay"])  # "is rumoured to have fled"
    if frame is not None:
        return under(over, frame)
    if not infinitive(parsed, t):
        return over
    return under(over, known.frames["plan" if head.lemma == "be" else "infinitive"])  # "they are to arrive on Monday"


def _said_of_it(parsed: Parsed, known: StatusKnowledge, head: Token, t: Token) -> Frame | None:
    """The frame of the predicate in "it is a lie that", "that they fled is untrue"."""
    if head.lemma != "be" or t.dep not in {"ccomp", "csubj"}:
        return None
    said = parsed.child(head, "attr", "acomp")
    return frame_of(parsed, known, said) if said is not None and (said.i < t.i or t.dep == "csubj") else None


def _of_object(parsed: Parsed, known: StatusKnowledge, head: Token, t: Token) -> Frame | None:
    """The frame of the object that the clause belongs to, though the parse hangs it on the verb: "renewed their demand that"."""
    noun = parsed.child(head, "dobj")
    that = any(k.lower == "that" for k in parsed.children(t, "mark"))
    if noun is None or not that or t.dep != "ccomp" or not head.i < noun.i < t.i:
        return None
    frame = frame_of(parsed, known, noun) if noun.pos == "NOUN" else None
    return frame if frame is not None and frame.name in OBJECT_FRAMES else None


def _nothing_to(parsed: Parsed, head: Token) -> bool:
    """Whether a verb is what nothing does: "nothing to suggest", "little to show"."""
    return head.dep == "relcl" and infinitive(parsed, head) and parsed.head(head).lower in NOTHING and head.lemma in EVIDENCING


def _object(parsed: Parsed, known: StatusKnowledge, over: Standing, head: Token, t: Token) -> Standing:
    frame = frame_of(parsed, known, head)
    if t.pos == "NOUN" and over.status in REAL and shelved(parsed, head):
        return known.frames["cancelled"].positive
    if frame is not None and frame.name in OBJECT_FRAMES and head.lemma not in LIGHT and _touches(known, head, t):
        return under(over, frame)
    if t.dep == "nsubjpass" and over.status not in OPPOSED:
        return known.frames["prevention"].positive if t.pos == "NOUN" and never_came(parsed, head) else known.plain["generic"]
    return presupposed(parsed, known, over, t)


def _touches(known: StatusKnowledge, head: Token, t: Token) -> bool:
    """A rejected proposal was made; a rejected allegation is denied."""
    return head.lemma not in REJECTING or known.cues["NOUN"].get(t.lemma) in {"allegation", "possibility", "report"}


def _adverbial(parsed: Parsed, known: StatusKnowledge, over: Standing, head: Token, t: Token) -> Standing:
    if t.tag == "VBG" and (particled := phrasal(parsed, known, head)) is not None and t.i <= head.i + NEAR:
        return under(over, particled)  # "ruled out recalling him"
    mark = marker(parsed, known, t)
    if mark in {"condition", "aversion"}:
        return under(over, known.frames[mark])
    if infinitive(parsed, t):
        frame = frame_of(parsed, known, head)
        return under(over, frame if frame is not None and frame.name not in AIMLESS else known.frames["purpose"])
    if inverted(parsed, t):
        return under(over, known.frames["condition"])
    if mark == "later" and over.status in REAL and _averts(parsed, known, head, t):
        return known.frames["prevention"].positive  # "defused before it went off"
    if mark == "later":
        if t.tag in PRESENT and over.status in REAL:
            return known.frames["later"].positive  # "wants it settled before they meet"
        return known.plain["happened"] if over.status in REAL or past(parsed, t) else known.frames["later"].positive
    return known.plain["happened"] if past(parsed, t) or over.certainty >= HOLDS or over.status in OPPOSED else over


def _averts(parsed: Parsed, known: StatusKnowledge, head: Token, t: Token) -> bool:
    """Whether a verb keeps from happening what it came before."""
    frame = frame_of(parsed, known, head)
    averting = head.lemma in AVERTING or (frame is not None and frame.name in {"prevention", "cancelled"})
    return averting and any(k.lower == "before" for k in parsed.children(t, "mark", "advmod"))


def _noun_clause(parsed: Parsed, known: StatusKnowledge, over: Standing, head: Token, t: Token) -> Standing:
    frame = frame_of(parsed, known, head)
    if infinitive(parsed, t):
        return under(over, frame or known.frames["infinitive"])
    if frame is not None and any(parsed.tokens[k].lower == "that" for k in t.kids):
        return under(over, frame)
    rumoured = over.status is Status.POSSIBLE and not definite(parsed, head) and t.tag == "VBN"  # "talk of girls abducted"
    return over if over.certainty <= 0 or rumoured else known.plain["happened"]

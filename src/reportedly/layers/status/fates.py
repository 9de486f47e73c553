"""What came of a thing, by the verb that has it as its subject or object: nothing, for it was dropped; nothing yet; so they say."""

from __future__ import annotations

from reportedly.knowledge.status import Frame, Standing, StatusKnowledge
from reportedly.layers.status.frames import frame_of
from reportedly.layers.status.shapes import definite, marker
from reportedly.layers.status.standing import REAL, under
from reportedly.text import Parsed, Token

UNBORN = frozenset({"stillborn", "fictitious", "imaginary"})
EXISTENCE = frozenset("materialise materialize occur happen follow begin start be come ensue erupt exist".split())
BEGINNING = frozenset("begin start open commence launch happen occur convene".split())
STANDINS = frozenset({"it", "they", "one"})
WINNING = frozenset("find win get gain muster secure garner attract obtain receive".split())
APPROVAL = frozenset("majority support backing approval consensus backer taker seconder assent".split())
# What was drawn up and not carried out: "lies unsigned".
UNDONE = frozenset(
    "unsigned unratified unsent undelivered unpublished unissued unannounced unenforced unexecuted unimplemented unapproved unpassed"
    " unfulfilled unheld unlaunched unfired unstarted unrealised unrealized uncompleted unfinished undone unread unused untabled".split()
)
ABSENT = frozenset({"missing", "absent", "lacking"})
COLD = frozenset({"ice", "hold", "burner", "backburner", "shelf"})  # "put on ice", "kept on the back burner"
GRAVES = frozenset({"committee", "vine", "drawer", "cradle", "egg", "bud"})  # "died in committee", "nipped in the bud"
PUT_BY = frozenset({("put", "on"), ("place", "on"), ("keep", "on"), ("stay", "on"), ("remain", "on"), ("exist", "on"), ("be", "on")})
DYING = frozenset({("die", "in"), ("die", "on"), ("wither", "on"), ("nip", "in"), ("languish", "in"), ("perish", "in")})
DROPPING = ((PUT_BY, COLD), (DYING, GRAVES))
BEING = frozenset({"be", "remain", "go"})
HANGING = frozenset({"hinge", "depend"})
HUNG = frozenset({"contingent", "dependent", "conditional", "subject"})
FORESEEN = frozenset({"foregone", "time", "day", "week", "month", "hour"})  # "a foregone conclusion", "a matter of time"
SUPPOSING = frozenset({"hypothesis", "possibility"})
PROVING = frozenset({"turn", "prove", "appear", "seem"})
PRESENT = frozenset({"VBZ", "VBP"})


def subject(parsed: Parsed, known: StatusKnowledge, over: Standing, verb: Token, t: Token) -> Standing:
    """A subject stands for itself, but for that of a verb that says it exists, that it is untrue, or what it would do."""
    being = parsed.child(verb, "xcomp") if verb.lemma in PROVING else verb  # "turned out to be a hoax"
    told = parsed.child(being, "attr", "acomp") if being is not None and being.lemma == "be" else None
    if told is not None and told.i > verb.i and (frame := _false(parsed, known, told)) is not None:
        return under(over, frame)
    if told is not None and told.i > verb.i and _foreseen(parsed, told):
        return under(over, known.frames["expectation"])
    if t.pos == "NOUN" and never_came(parsed, verb):
        return known.frames["prevention"].positive
    if t.pos == "NOUN" and _hangs(parsed, verb):
        return known.frames["condition"].positive
    if verb.lemma in EXISTENCE:
        return over
    if t.pos != "NOUN":
        return known.plain["happened"]
    if _only_supposed(parsed, known, verb, t) or (verb.tag in PRESENT and any(k.lower == "whenever" for k in parsed.sentence(verb))):
        return known.frames["condition"].positive
    return known.plain["happened"]


def _only_supposed(parsed: Parsed, known: StatusKnowledge, verb: Token, t: Token) -> bool:
    """ "A rejection would end it": none has come; and so with "the trip might last a week, if it comes about"."""
    if not any(known.modals.get(k.lower) in SUPPOSING for k in parsed.children(verb, "aux")):
        return False
    return not definite(parsed, t) or any(marker(parsed, known, k) == "condition" for k in parsed.children(verb, "advcl"))


def _false(parsed: Parsed, known: StatusKnowledge, told: Token) -> Frame | None:
    """The frame of what calls a thing untrue or unsure: "a hoax", "a false report", "a rumour"."""
    if any(known.cues["ADJ"].get(k.lower) == "denial" for k in (told, *parsed.children(told, "amod"))):
        return known.frames["denial"]
    frame = frame_of(parsed, known, told)
    return frame if frame is not None and frame.name in {"denial", "possibility"} else None


def never_came(parsed: Parsed, verb: Token) -> bool:
    """Whether a verb says that its subject did not come about: "was dropped before it began", "found no majority"."""
    shared = [k for k in parsed.children(verb, "conj") if parsed.child(k, "nsubj", "nsubjpass") is None]
    fell_through = verb.lemma == "fall" and any(k.lower == "through" for k in parsed.children(verb, "prt", "advmod", "prep"))
    if fell_through or any(_failed_to_be(parsed, v) or shelved(parsed, v) for v in (verb, *shared)):
        return True
    if any(_before_it(parsed, k) for v in (verb, *shared) for k in parsed.children(v, "advcl")):
        return True
    won = parsed.child(verb, "dobj") if verb.lemma in WINNING else None
    return won is not None and won.lemma in APPROVAL and any(k.lower == "no" for k in parsed.children(won, "det"))


def _failed_to_be(parsed: Parsed, verb: Token) -> bool:
    """ "... failed to materialise", "proved stillborn", "lies unsigned", "was missing from the speech"."""
    told = parsed.child(verb, "xcomp", "acomp", "attr", "oprd", "advcl")
    if told is None:
        return False
    return (
        told.lower in UNBORN | UNDONE
        or (told.lower in ABSENT and verb.lemma in BEING)
        or (verb.lemma == "fail" and told.lemma in EXISTENCE)
    )


def shelved(parsed: Parsed, verb: Token) -> bool:
    """Whether a verb says with its preposition that a thing was dropped: "was put on ice", "died in committee"."""
    for prep in parsed.children(verb, "prep"):
        ends = next((ends for ways, ends in DROPPING if (verb.lemma, prep.lower) in ways), None)
        end = parsed.child(prep, "pobj")
        if ends is not None and end is not None and end.lower in ends:
            return True
    return False


def _hangs(parsed: Parsed, verb: Token) -> bool:
    """ "... hinges on a signature", "is contingent on a vote"."""
    if verb.lemma in HANGING:
        return any(k.lower in {"on", "upon"} for k in parsed.children(verb, "prep"))
    told = parsed.child(verb, "acomp")
    return told is not None and told.lower in HUNG and any(k.lower in {"on", "upon", "to"} for k in parsed.children(told, "prep"))


def _foreseen(parsed: Parsed, told: Token) -> bool:
    """ "... is a foregone conclusion", "is a matter of time"."""
    if told.lemma == "conclusion":
        return any(k.lower in FORESEEN for k in parsed.children(told, "amod"))
    ends = (parsed.child(k, "pobj") for k in parsed.children(told, "prep") if told.lemma == "matter")
    return any(end is not None and end.lemma in FORESEEN for end in ends)


def _before_it(parsed: Parsed, t: Token) -> bool:
    """ "... before it had opened"."""
    subject = parsed.child(t, "nsubj", "nsubjpass")
    mark = parsed.child(t, "mark")
    before = mark is not None and mark.lower == "before"
    return before and t.lemma in BEGINNING and subject is not None and subject.lower in STANDINS


def presupposed(parsed: Parsed, known: StatusKnowledge, over: Standing, t: Token) -> Standing:
    """A definite phrase stands whatever is said of it; an indefinite one stands or falls with its clause."""
    if over.status in REAL:
        return over
    return known.plain["generic"] if definite(parsed, t) else over

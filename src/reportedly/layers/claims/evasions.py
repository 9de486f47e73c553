"""Silences without a word of declining: questions that are turned away, and those who leave or hang up."""

from __future__ import annotations

from functools import cache

from reportedly.knowledge.cues import cues
from reportedly.knowledge.silences import silence_words
from reportedly.layers.claims.draft import Draft, Range
from reportedly.layers.claims.grammar import Tokens, cue_of, is_passive, kid, negation
from reportedly.layers.claims.questions import question_of
from reportedly.layers.claims.silent import ABOUT, NO, Silence, joined
from reportedly.layers.claims.speakers import PRESS, speaks
from reportedly.layers.claims.subjects import subject
from reportedly.model import Stance
from reportedly.text import Token

_OFF = frozenset({"off", "away", "out", "past", "on", "inside", "indoors", "upstairs", "round", "around", "by"})
_MARKS = frozenset({'"', "\u201c", "\u201d", "``", "''"})
_UTTERING = frozenset({"say", "utter", "breathe"})
_ADDING = frozenset({"say", "add", "announce", "comment", "report", "declare"})
_TO_CLAUSE = frozenset({"acl", "relcl", "advcl", "xcomp"})
_PARTING = frozenset(
    "sweep brush march push leave depart walk drive go exit pass emerge hurry enter arrive stride rush slip board fly".split()
)
_ANSWERING = frozenset({"answer", "take"})
_ON_PRESS = frozenset({"shut_door", "close_door", "slam_door", "turn_away", "shoo_away", "wave_away", "send_away", "chase_away"})
_SPEAKING = frozenset({"speak", "talk", "comment", "say"})


def evasion_of(tokens: Tokens, verb: Token) -> Silence | None:
    """The silence that a verb tells of by what was done instead of answering; None where it tells of none."""
    if verb.lemma not in _triggers():
        return None
    return _parted_silent(tokens, verb) or _turned_away(tokens, verb, silence_words()) or _nothing_to_say(tokens, verb)


@cache
def _triggers() -> frozenset[str]:
    """The verbs that any evasion turns on, so that all others are passed over at once."""
    words = silence_words()
    phrases = {p.partition("_")[0] for sort in ("evading", "leaving") for p in words[sort]}
    verbs = {w for sort in ("replying", "referring", "dodging", "moving") for w in words[sort]}
    return frozenset(phrases | verbs | {"have", "pass", "turn", "shoo", "chase"} | _PARTING | _UTTERING)


def _is_finite(tokens: Tokens, verb: Token) -> bool:
    """Whether it happened: "kept quiet", "has kept quiet", and not "ordered to keep quiet"."""
    return verb.tag in ("VBD", "VBZ", "VBP") or (verb.tag == "VBN" and kid(tokens, verb, "aux") is not None)


def _parted_silent(tokens: Tokens, verb: Token) -> Silence | None:
    """ "left without speaking to reporters", "walked past without a word", "departed without taking questions"."""
    without = next((tokens[k] for k in verb.kids if tokens[k].lower == "without" and k > verb.i), None)
    who = subject(tokens, verb)
    if verb.lemma not in _PARTING or without is None or who < 0 or not (speaks(tokens[who]) or tokens[who].pos == "PROPN"):
        return None
    if (word := kid(tokens, without, "pobj")) is not None:
        return (Draft(verb.i, "silence", who, (verb.i, word.i), ()), Stance.DECLINES) if word.lemma in ("word", "comment") else None
    act = kid(tokens, without, "pcomp")
    thing = kid(tokens, act, "dobj") if act is not None else None
    if act is None:
        return None
    if act.lemma == "answer" and act.right == act.i:
        return Draft(verb.i, "silence", who, (verb.i, act.i), ()), Stance.DECLINES
    if act.lemma in _ANSWERING and thing is not None and thing.lemma in silence_words()["asked"]:
        return Draft(verb.i, "silence", who, (verb.i, act.i), ((thing.left, thing.right),)), Stance.DECLINES
    pressed = any(t.lemma in PRESS or t.lower in ("word", "anything", "publicly") for t in tokens[act.i : act.right + 1])
    if act.lemma == "comment" or (act.lemma in _SPEAKING and (pressed or act.right == act.i)) or (act.lemma == "address" and pressed):
        return Draft(verb.i, "silence", who, (verb.i, act.right), ()), Stance.DECLINES
    return None


def _turned_away(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> Silence | None:
    """ "ducked the question", "kept mum"; and where somebody was asked, "walked away", "said only that ..."."""
    if not _is_finite(tokens, verb) or negation(tokens, verb) is not None or is_passive(tokens, verb):
        return None
    asked = question_of(tokens, verb)
    phrases = words["evading"] | words["leaving"] if asked is not None else words["evading"]
    rest = _dodged(tokens, verb, words) or joined(tokens, verb, phrases)
    if rest is not None and rest.dep in ("prt", "acomp", "oprd", "ccomp", "advmod") and _has_object(tokens, verb, rest):
        return None  # "hung up banners", "kept it quiet"
    if rest is None and any(tokens[k].lemma in PRESS for t in (verb, *(tokens[k] for k in verb.kids)) for k in t.kids):
        rest = joined(tokens, verb, _ON_PRESS)
        if rest is not None:
            return Draft(verb.i, "silence", subject(tokens, verb), (verb.i, verb.right), ()), Stance.DECLINES
    if rest is None and asked is not None and says_only(tokens, verb):
        rest = tokens[verb.i + 1]
    if rest is None and asked is not None and verb.lemma in words["moving"]:
        rest = next((tokens[k] for k in verb.kids if k > verb.i and tokens[k].lower in _OFF), None)
    if rest is None and asked is not None and verb.lemma in words["leaving"] and not _speaks_too(tokens, verb):
        rest = verb
    if rest is None:
        return _passed_on(tokens, verb, words)
    if verb.lemma in words["replying"] and rest.lower == "only" and rest.i < verb.right:
        return Draft(verb.i, "silence", subject(tokens, verb), (verb.i, rest.i), ((rest.i + 1, verb.right),)), Stance.DECLINES
    content = (asked[1],) if asked is not None else _object(rest, words) or _on_what(tokens, verb, rest)
    dodged = content and asked is None and rest.dep == "dobj" and content[0][0] <= rest.i
    first, last = cue_of(tokens, verb)
    return Draft(verb.i, "silence", subject(tokens, verb), (first, last if dodged else max(verb.i, rest.i)), content), Stance.DECLINES


def _has_object(tokens: Tokens, verb: Token, rest: Token) -> bool:
    thing = kid(tokens, verb, "dobj") or kid(tokens, rest, "nsubj")
    return thing is not None and thing.i > verb.i and verb.lemma in ("hang", "keep", "ring")


def _speaks_too(tokens: Tokens, verb: Token) -> bool:
    """ "smiled and said that he knew": what is said is the answer, where it is more than "only"."""
    more = [tokens[k] for k in verb.kids if tokens[k].dep in ("conj", "ccomp", "dobj", "parataxis") and k > verb.i]
    spoken = (t for t in more if (t.lemma, "VERB") in cues() or any(n.text in _MARKS for n in tokens[t.left : t.right + 1]))
    return any(True for _ in spoken)


def _dodged(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> Token | None:
    """The question that was dodged: "brushed aside {questions} about the losses"."""
    thing = kid(tokens, verb, "dobj")
    dodged = verb.lemma in words["dodging"] and thing is not None and thing.lemma in ("question", "query", "inquiry", "enquiry")
    return thing if dodged else None


def _on_what(tokens: Tokens, verb: Token, rest: Token) -> tuple[Range, ...]:
    """ "kept silent {on the charges}"; whom somebody "hung up on" is not what was asked."""
    if rest.dep == "prt":
        return ()
    after = (tokens[k] for h in (rest, verb) for k in h.kids if k > rest.i)
    about = next((t for t in after if t.dep == "prep" and t.lower in ABOUT and not any(tokens[k].ent == "DATE" for k in t.kids)), None)
    return ((about.left, about.right),) if about is not None else ()


def _object(rest: Token, words: dict[str, frozenset[str]]) -> tuple[Range, ...]:
    """What was left unanswered: "ducked {questions about the dam}", and not "ended the call"."""
    return ((rest.left, rest.right),) if rest.lemma in words["asked"] - {"call"} and rest.dep == "dobj" else ()


def _passed_on(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> Silence | None:
    """ "referred {questions} to the ministry", "..., which referred {them} back", "directed reporters to the army"."""
    thing, asked = kid(tokens, verb, "dobj"), question_of(tokens, verb)
    passes = verb.lemma in words["referring"] or (verb.lemma == "pass" and any(tokens[k].lower in ("on", "to") for k in verb.kids))
    to = next((tokens[k] for k in verb.kids if k > verb.i and tokens[k].lower == "to" and tokens[k].dep in ("prep", "dative")), None)
    if verb.lemma == "refer" and thing is None and to is not None and asked is not None:
        return Draft(verb.i, "silence", subject(tokens, verb), (verb.i, to.i), (asked[1],)), Stance.DECLINES
    if not passes or thing is None or thing.i < verb.i:
        return None
    sentence = tokens[max(0, verb.i - 40) : verb.i]
    meant = thing.lower in ("them", "it") and any(t.sent == verb.sent and t.lemma in words["asked"] for t in sentence)
    caller = verb.lemma != "pass" and (thing.lemma in PRESS or thing.lemma == "caller" or thing.ent == "ORG" or thing.lower in ("us", "me"))
    aim = kid(tokens, to, "pobj") if to is not None else None
    caller = caller and (verb.lemma in ("refer", "redirect") or (aim is not None and speaks(aim)))
    caller = caller and any(tokens[k].lower in ("to", "back") for k in (*verb.kids, *thing.kids))
    if not meant and not caller and thing.lemma not in words["asked"] - {"letter", "message", "note", "text"}:
        return None
    whole = (thing.left, _before_destination(tokens, thing))
    if asked is None and (meant or thing.lemma in words["asked"]):
        return Draft(verb.i, "silence", subject(tokens, verb), (verb.i, verb.i), (whole,)), Stance.DECLINES
    return Draft(verb.i, "silence", subject(tokens, verb), (verb.i, whole[1]), (asked[1],) if asked else ()), Stance.DECLINES


def _before_destination(tokens: Tokens, thing: Token) -> int:
    """The last token of "referred {questions about the toll} to the police", wherever the parse hung the police."""
    for t in tokens[thing.right : thing.i : -1]:
        aim = kid(tokens, t, "pobj") if t.lower == "to" else None
        if aim is not None and speaks(aim):
            return t.i - 1
    return thing.right


def _nothing_to_say(tokens: Tokens, verb: Token) -> Silence | None:
    """ "had nothing to add", "says not a word", "would say no more", and "said nothing about the dam" of somebody."""
    thing = kid(tokens, verb, "dobj")
    if thing is None or thing.i < verb.i:
        return None
    act = next((tokens[k] for k in thing.kids if tokens[k].lemma in _ADDING and tokens[k].dep in _TO_CLAUSE), None)
    who = subject(tokens, verb)
    if verb.lemma == "have" and thing.lower == "nothing" and act is not None:
        rest = tuple((tokens[k].left, tokens[k].right) for k in act.kids if k > act.i and tokens[k].dep == "prep")[:1]
        return Draft(verb.i, "silence", who, (verb.i, act.i), rest), Stance.DECLINES
    if verb.lemma in _UTTERING and thing.lemma == "word" and thing.tag == "NN" and _no_word(tokens, thing):
        return Draft(verb.i, "silence", who, (verb.i, thing.i), ()), Stance.DECLINES
    more = thing.lower == "more" and any(tokens[k].lower == "no" for k in thing.kids)
    if verb.lemma == "say" and (more or (thing.lower == "nothing" and not any(tokens[k].pos in ("ADJ", "VERB") for k in thing.kids))):
        about = _on_what(tokens, verb, thing)
        if who >= 0 and speaks(tokens[who]) and (more or about or question_of(tokens, verb) is not None):
            return Draft(verb.i, "silence", who, (verb.i, thing.i), about), Stance.DECLINES
    return None


def _no_word(tokens: Tokens, thing: Token) -> bool:
    return any(t.lower in NO for t in tokens[max(thing.left - 1, 0) : thing.i]) and not any(k > thing.i for k in thing.kids)


def says_only(tokens: Tokens, verb: Token) -> bool:
    """ "said only that ...", "would only say: ...": less than what was asked."""
    if verb.lemma not in silence_words()["replying"] or verb.i + 2 >= len(tokens):
        return False
    after = tokens[verb.i + 2]
    opens = after.lower in ("that", ":", ",", '"', "``", "it", "he", "she", "they", "there") or after.pos == "PUNCT"
    willing = any(tokens[k].lower in ("would", "will") for k in verb.kids) and tokens[verb.i - 1].lower == "only"
    return (tokens[verb.i + 1].lower == "only" and opens) or willing

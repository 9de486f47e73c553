"""Silences without a word of declining: questions that are turned away, and those who leave, hang up or may not say."""

from __future__ import annotations

from functools import cache

from reportedly.knowledge.silences import silence_words
from reportedly.layers.claims.draft import Draft, Range
from reportedly.layers.claims.grammar import Tokens, cue_of, is_passive, kid, negation
from reportedly.layers.claims.speakers import PRESS, meets_press, speaks
from reportedly.layers.claims.subjects import subject
from reportedly.layers.claims.unanswered import joined
from reportedly.model import Stance
from reportedly.text import Token

Silence = tuple[Draft, Stance]
_ABOUT = frozenset({"about", "on", "over", "regarding", "concerning"})
_NO = frozenset({"no", "not"})
_UTTERING = frozenset({"say", "utter", "breathe"})
_ADDING = frozenset({"say", "add", "announce", "comment", "report", "declare"})
_TO_CLAUSE = frozenset({"acl", "relcl", "advcl", "xcomp"})
_PARTING = frozenset(
    "sweep brush march push leave depart walk drive go exit pass emerge hurry enter arrive stride rush slip board fly".split()
)
_ANSWERING = frozenset({"answer", "take"})
_ON_PRESS = frozenset({"shut_door", "close_door", "slam_door", "turn_away", "shoo_away", "wave_away", "send_away", "chase_away"})
_COMMENTING = frozenset({"comment", "discuss", "speculate", "elaborate"})
_SPEAKING = frozenset({"speak", "talk", "comment", "say"})
_TALKING = frozenset({"speak", "talk"})


def evasion_of(tokens: Tokens, verb: Token) -> Silence | None:
    """The silence that a verb tells of by what was done instead of answering; None where it tells of none."""
    if verb.lemma not in _triggers():
        return None
    words = silence_words()
    return (
        _parted_silent(tokens, verb)
        or _turned_away(tokens, verb, words)
        or _nothing_to_say(tokens, verb)
        or _out_of_contact(tokens, verb)
        or _unwilling(tokens, verb, words)
        or _untimely(tokens, verb, words)
        or _addressed_elsewhere(tokens, verb, words)
    )


@cache
def _triggers() -> frozenset[str]:
    """The verbs that any evasion turns on, so that all others are passed over at once."""
    words = silence_words()
    phrases = {p.partition("_")[0] for sort in ("evading", "leaving") for p in words[sort]}
    verbs = {w for sort in ("replying", "referring", "wishing", "dodging", "permitting") for w in words[sort]}
    others = {"be", "have", "seem", "feel", "address", "put", "send", "make", "turn", "shoo", "chase"}
    return frozenset(phrases | verbs | others | _PARTING | _UTTERING)


def question_of(tokens: Tokens, verb: Token) -> tuple[Token, Range] | None:
    """ "Asked whether he knew, he ...", "the mayor, when asked about it, ...": the participle, and what was asked."""
    words = silence_words()
    who = kid(tokens, verb, "nsubj")
    holders = [verb] if who is None else [verb, who]
    if who is None and verb.dep == "conj" and tokens[verb.head].pos == "VERB":  # "Asked why, he smiled and said nothing"
        above = tokens[verb.head]
        holders += [above, *([tokens[k] for k in above.kids if tokens[k].dep == "nsubj"])]
    for holder in holders:
        for k in holder.kids:
            asked = tokens[k]
            if (
                asked.lemma in words["questioned"]
                and asked.dep in ("advcl", "acl")
                and asked.tag in ("VBN", "VBD")
                and (k < verb.i or _when(tokens, asked))
            ):
                what = kid(tokens, asked, "ccomp") or next((tokens[n] for n in asked.kids if tokens[n].lower in _ABOUT), None)
                if what is not None and what.i > asked.i and kid(tokens, asked, "nsubj") is None:
                    return asked, (what.left, what.right)
    return None


def _when(tokens: Tokens, asked: Token) -> bool:
    """ "hung up {when} asked about the money"."""
    return tokens[asked.left].lower == "when" and kid(tokens, asked, "nsubj", "nsubjpass") is None


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
    if rest is not None and rest.dep == "prt" and kid(tokens, verb, "dobj") is not None:
        return None  # "hung up banners"
    if rest is None and any(tokens[k].lemma in PRESS for t in (verb, *(tokens[k] for k in verb.kids)) for k in t.kids):
        rest = joined(tokens, verb, _ON_PRESS)
        if rest is not None:
            return Draft(verb.i, "silence", subject(tokens, verb), (verb.i, verb.right), ()), Stance.DECLINES
    if rest is None and asked is not None and says_only(tokens, verb):
        rest = tokens[verb.i + 1]
    if rest is None and asked is not None and verb.lemma in words["leaving"]:
        rest = verb
    if rest is None:
        return _passed_on(tokens, verb, words)
    content = (asked[1],) if asked is not None else _object(rest, words) or _on_what(tokens, verb, rest)
    dodged = content and asked is None and rest.dep == "dobj" and content[0][0] <= rest.i
    first, last = cue_of(tokens, verb)
    return Draft(verb.i, "silence", subject(tokens, verb), (first, last if dodged else max(verb.i, rest.i)), content), Stance.DECLINES


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
    about = next((t for t in after if t.dep == "prep" and t.lower in _ABOUT and not any(tokens[k].ent == "DATE" for k in t.kids)), None)
    return ((about.left, about.right),) if about is not None else ()


def _object(rest: Token, words: dict[str, frozenset[str]]) -> tuple[Range, ...]:
    """What was left unanswered: "ducked {questions about the dam}", and not "ended the call"."""
    return ((rest.left, rest.right),) if rest.lemma in words["asked"] - {"call"} and rest.dep == "dobj" else ()


def _passed_on(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> Silence | None:
    """ "referred questions to the ministry", "..., which referred them back", "directed reporters to the army"."""
    thing = kid(tokens, verb, "dobj")
    passes = verb.lemma in words["referring"] or (verb.lemma == "pass" and any(tokens[k].lower in ("on", "to") for k in verb.kids))
    if not passes or thing is None or thing.i < verb.i:
        return None
    sentence = tokens[max(0, verb.i - 40) : verb.i]
    meant = thing.lower in ("them", "it") and any(t.sent == verb.sent and t.lemma in words["asked"] for t in sentence)
    caller = verb.lemma != "pass" and (thing.lemma in PRESS or thing.lemma == "caller" or thing.ent == "ORG" or thing.lower in ("us", "me"))
    caller = caller and any(tokens[k].lower in ("to", "back") for k in (*verb.kids, *thing.kids))
    if not meant and not caller and thing.lemma not in words["asked"] - {"letter", "message", "note", "text"}:
        return None
    content = asked[1] if (asked := question_of(tokens, verb)) is not None else (thing.left, thing.right)
    return Draft(verb.i, "silence", subject(tokens, verb), (verb.i, verb.i), (content,)), Stance.DECLINES


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
    return any(t.lower in _NO for t in tokens[max(thing.left - 1, 0) : thing.i]) and not any(k > thing.i for k in thing.kids)


def _out_of_contact(tokens: Tokens, verb: Token) -> Silence | None:
    """ "was out of contact", "is out of radio range"."""
    out = next((tokens[k] for k in verb.kids if tokens[k].lower == "out" and k > verb.i), None)
    if verb.lemma != "be" or out is None:
        return None
    last = next((t for t in tokens[out.i + 1 : out.right + 1] if t.dep == "pobj"), None)
    who = subject(tokens, verb)
    if last is not None and last.lemma == "reach" and who >= 0 and speaks(tokens[who]) and last.right == last.i:
        return Draft(verb.i, "silence", who, (out.i, last.i), ()), Stance.UNREACHABLE
    if last is None or not (
        last.lemma == "contact" or (last.lemma == "range" and tokens[last.i - 1].lower in ("radio", "telephone", "phone"))
    ):
        return None
    return Draft(verb.i, "silence", subject(tokens, verb), (out.i, last.i), ()), Stance.UNREACHABLE


def _unwilling(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> Silence | None:
    """ "did not wish to comment", "preferred not to comment", "was unwilling to comment", "was in no mood to discuss it"."""
    if verb.lemma in words["permitting"]:
        return _not_permitted(tokens, verb)
    holder = verb if verb.lemma in words["wishing"] else _state(tokens, verb) if verb.lemma in ("be", "seem", "feel") else None
    act = _act_of(tokens, holder) or (_act_of(tokens, verb) if holder is not None else None)
    if holder is None or act is None or not _tells(tokens, act, holder):
        return None
    negative = negation(tokens, verb) is not None or kid(tokens, act, "neg") is not None or tokens[holder.i - 1].lower == "no"
    willing = holder is verb or holder.lemma in words["willing"]
    if not (negative if willing else holder.lemma in words["unwilling"]):
        return None
    cue = (cue_of(tokens, verb)[0], max(verb.i, holder.i)) if kid(tokens, verb, "neg") is not None else (verb.i, holder.i)
    return Draft(verb.i, "silence", subject(tokens, verb), cue, ((act.left, act.right),)), Stance.DECLINES


def _state(tokens: Tokens, verb: Token) -> Token | None:
    """ "was {unwilling}", "was not at {liberty}", "was in no {mood}"."""
    if (state := kid(tokens, verb, "acomp")) is not None:
        return state
    preps = [tokens[k] for k in verb.kids if tokens[k].lower in ("at", "in") and k > verb.i]
    return next((t for p in preps if (t := kid(tokens, p, "pobj")) is not None and t.lemma in ("liberty", "position", "mood")), None)


def _act_of(tokens: Tokens, holder: Token | None) -> Token | None:
    return kid(tokens, holder, "xcomp", "acl", "relcl", "advcl") if holder is not None else None


def _tells(tokens: Tokens, act: Token, holder: Token | None = None) -> bool:
    if act.lemma in ("say", "confirm") and holder is not None and holder.lemma not in ("able", "unable", *silence_words()["wishing"]):
        clause = kid(tokens, act, "ccomp")
        return clause is not None and tokens[clause.left].lower in silence_words()["asking"]
    if act.lemma in _TALKING:
        return meets_press(tokens, act)
    return (
        act.lemma in silence_words()["telling"]
        and act.lemma != "answer"
        or (act.lemma == "answer" and any(tokens[k].lemma in silence_words()["asked"] for k in act.kids))
    )


def _not_permitted(tokens: Tokens, verb: Token) -> Silence | None:
    """ "was not authorised to speak": of who says so, not of why somebody is not named."""
    act = kid(tokens, verb, "xcomp")
    if act is None or negation(tokens, verb) is None or not is_passive(tokens, verb) or not _tells(tokens, act):
        return None
    if verb.dep not in ("ROOT", "ccomp", "conj") or kid(tokens, verb, "mark") is not None and verb.dep != "ccomp":
        return None
    who = kid(tokens, verb, "nsubjpass", "nsubj")
    return (Draft(verb.i, "silence", who.i, cue_of(tokens, verb), ((act.left, act.right),)), Stance.DECLINES) if who is not None else None


def _untimely(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> Silence | None:
    """ "it was too early to comment", "it would not be proper to discuss a case": of whoever says so."""
    if verb.lemma != "be":
        return None
    state = kid(tokens, verb, "acomp")
    if state is not None and state.lemma == "specific":
        return _more_specific(tokens, verb, state)
    if state is None and negation(tokens, verb) is not None:
        state = verb  # "it is not for me to comment"
    if state is None or (state is not verb and state.lemma not in words["untimely"]):
        return None
    who = kid(tokens, verb, "nsubj", "expl")
    act = _act_of(tokens, state) or _act_of(tokens, verb)
    if who is None or who.lower != "it" or act is None or act.i < state.i or act.lemma not in _COMMENTING:
        return None
    says = verb.dep == "ccomp" and tokens[verb.head].lemma in words["replying"] | {"add", "tell"}
    return Draft(verb.i, "silence", who.i if says else -1, (verb.i, state.i), ((act.left, act.right),)), Stance.DECLINES


def _more_specific(tokens: Tokens, verb: Token, state: Token) -> Silence | None:
    """ "would not be more specific"."""
    if negation(tokens, verb) is None or tokens[state.i - 1].lower != "more":
        return None
    return Draft(verb.i, "silence", subject(tokens, verb), (cue_of(tokens, verb)[0], state.i), ()), Stance.DECLINES


def _addressed_elsewhere(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> Silence | None:
    """ "said {questions should be put to the ministry}"."""
    thing = kid(tokens, verb, "nsubjpass")
    said = tokens[verb.head]
    if thing is None or thing.lemma not in words["asked"] or verb.dep != "ccomp" or said.lemma not in words["replying"] | {"tell", "add"}:
        return None
    if says_only(tokens, said):
        return None  # that tells it already
    should = any(tokens[k].lower in ("should", "must", "could") for k in verb.kids)
    if verb.lemma not in words["referring"] | {"address", "put", "send", "make"} or not should:
        return None
    return Draft(verb.i, "silence", subject(tokens, said), (verb.i, verb.i), ((thing.left, thing.right),)), Stance.DECLINES


def says_only(tokens: Tokens, verb: Token) -> bool:
    """ "said only that ...", "would only say: ...": less than what was asked."""
    if verb.lemma not in silence_words()["replying"] or verb.i + 2 >= len(tokens):
        return False
    after = tokens[verb.i + 2]
    opens = after.lower in ("that", ":", ",", '"', "``", "it", "he", "she", "they", "there") or after.pos == "PUNCT"
    willing = any(tokens[k].lower in ("would", "will") for k in verb.kids) and tokens[verb.i - 1].lower == "only"
    return (tokens[verb.i + 1].lower == "only" and opens) or willing

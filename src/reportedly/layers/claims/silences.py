"""Silences: who would not comment, gave no answer, or could not be reached, and on what."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.knowledge.silences import silence_words
from reportedly.layers.claims.draft import Draft, Range
from reportedly.layers.claims.evasions import evasion_of
from reportedly.layers.claims.grammar import Tokens, cue_of, is_passive, kid, negation
from reportedly.layers.claims.speakers import is_nobody, meets_press, speaks
from reportedly.layers.claims.subjects import subject
from reportedly.layers.claims.unanswered import unanswered_of
from reportedly.model import Stance
from reportedly.text import Token

Silence = tuple[Draft, Stance]
_COMPLEMENTS = ("xcomp", "ccomp", "advcl", "acl")
_NEUTRAL = frozenset({"confirm", "deny"})
_BEARERS = frozenset({"VERB", "AUX", "ADJ", "NOUN"})
_WOULD = frozenset({"would", "wo", "will", "'d", "'ll"})
_CONDITIONS = frozenset({"if", "unless", "whether", "until", "should"})
_DUTY = frozenset({"must", "should", "may", "might", "shall"})
_MATTER = frozenset({"on", "about", "over", "regarding", "concerning", "of"})
_STAYING = frozenset({"stay", "remain", "keep", "fall", "go"})
_BIDDING = frozenset({"order", "tell", "ask", "urge", "advise", "warn"})
_DISCLOSING = frozenset({"disclose", "divulge", "reveal"})
_NAMING = frozenset({"name", "identify", "quote"})
_TALKING = frozenset({"speak", "talk"})
_TURNING_DOWN = frozenset({"turn", "rebuff", "spurn", "reject", "decline", "refuse"})


def silence_of(tokens: Tokens, word: Token) -> Silence | None:
    """The silence that a verb, adjective or noun is the cue of; None where it is none."""
    words = silence_words()
    if word.pos == "VERB" or word.pos == "AUX":
        return unanswered_of(tokens, word) or evasion_of(tokens, word) or _by_verb(tokens, word, words)
    if word.lemma in words["silent"] or word.lemma in words["unavailable"] or word.lemma in words["available"]:
        return _by_state(tokens, word, words)
    return None


def _by_verb(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> Silence | None:
    lemma = verb.lemma
    if _is_supposed(tokens, verb):
        return None
    if lemma in words["refusing"] and (act := _refused_act(tokens, verb)) is not None and _is_telling(tokens, act, words):
        return _silence(tokens, verb, (act.left, act.right), Stance.DECLINES)
    if lemma == "refrain" and (kept := _kept_from(tokens, verb, words)) is not None:
        return _silence(tokens, verb, kept, Stance.DECLINES)
    if lemma in _TURNING_DOWN and (thing := kid(tokens, verb, "dobj")) is not None:
        told = _asks_to_speak(tokens, thing, words) or (thing.lemma in words["comment"] and lemma in words["refusing"])
        return _silence(tokens, verb, (thing.left, thing.right), Stance.DECLINES) if told and not is_passive(tokens, verb) else None
    if (thing := kid(tokens, verb, "dobj")) is not None and (found := _nothing_said(tokens, verb, thing, words)) is not None:
        return found
    if lemma == "fail" and (act := kid(tokens, verb, "xcomp")) is not None and act.lemma in words["answering"]:
        return _silence(tokens, verb, (act.left, act.right), Stance.NO_ANSWER) if _in_words(tokens, act, words) else None
    if lemma == "ignore" and thing is not None and thing.lemma in words["asked"] and not is_passive(tokens, verb):
        return _silence(tokens, verb, (thing.left, thing.right), Stance.NO_ANSWER)
    if negation(tokens, verb) is None and not _yet_to(tokens, verb) and not is_nobody(tokens, verb):
        return None
    return _negated(tokens, verb, words)


def _kept_from(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> Range | None:
    """ "refrained {from comment}", "refrained {from discussing the case}"."""
    source = next((tokens[k] for k in verb.kids if tokens[k].lower == "from"), None)
    act = kid(tokens, source, "pobj", "pcomp") if source is not None else None
    if source is None or act is None or act.lemma not in words["telling"] | {"comment"}:
        return None
    return source.i, source.right


def _refused_act(tokens: Tokens, verb: Token) -> Token | None:
    acts = (tokens[k] for k in verb.kids if tokens[k].dep in ("xcomp", "advcl") and k > verb.i)
    return next((t for t in acts if any(tokens[k].lower == "to" for k in t.kids)), None)


def _is_supposed(tokens: Tokens, verb: Token) -> bool:
    """ "If the ministry does not reply", "must not comment", "ordered him not to comment": it has not happened."""
    holders = [verb]
    while holders[-1].dep in ("xcomp", "conj") and holders[-1].head != holders[-1].i:
        holders.append(tokens[holders[-1].head])
    for t in (tokens[k] for h in holders for k in h.kids):
        if (t.dep == "mark" and t.lower in _CONDITIONS) or (t.tag == "MD" and t.lower in _DUTY and t.head == verb.i):
            return True
    bidden = verb.tag == "VB" and verb.dep in ("xcomp", "ccomp")
    return bidden and tokens[verb.head].lemma in _BIDDING | silence_words()["wishing"]


def _is_telling(tokens: Tokens, act: Token, words: dict[str, frozenset[str]]) -> bool:
    """Whether what is declined is to say something: "declined to discuss it", "refused to give the figures", not "to give land"."""
    thing = kid(tokens, act, "dobj")
    if act.lemma == "draw":
        return is_passive(tokens, act)
    if act.lemma in ("go", "get") and thing is None:
        return _goes_into(tokens, act)
    if act.lemma in words["sharing"]:
        asked = thing is not None and (thing.lemma in words["shared"] or _asks_to_speak(tokens, thing, words))
        return asked or (act.lemma == "take" and thing is not None and thing.lemma in words["asked"])
    if act.lemma not in words["saying"] or (act.lemma in _NAMING and is_passive(tokens, act)):
        return False
    if act.lemma in _TALKING:
        return meets_press(tokens, act)
    return act.lemma != "expand" or thing is None


def _goes_into(tokens: Tokens, act: Token) -> bool:
    """ "go into detail", "go beyond a statement", "get into that", "go further"."""
    return any(tokens[k].lower in ("into", "beyond", "further") and k > act.i for k in act.kids)


def _asks_to_speak(tokens: Tokens, thing: Token, words: dict[str, frozenset[str]]) -> bool:
    """ "an interview", "interview requests", "a request for comment"."""
    if thing.lemma == "interview":
        return True
    inside = tokens[thing.left : thing.right + 1]
    return thing.lemma in words["asked"] and any(t.lemma in ("interview", "comment") and t.i != thing.i for t in inside)


def may_be_silent(tokens: Tokens, verb: Token) -> bool:
    """Whether a verb is one of which the rules know when it tells of a silence: "respond", "reach", "could not be identified"."""
    words = silence_words()
    known = words["answering"] | words["reaching"]
    return verb.pos == "VERB" and (verb.lemma in known or (verb.lemma in words["withholding"] and is_passive(tokens, verb)))


def _negated(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> Silence | None:
    lemma = verb.lemma
    if lemma in words["reaching"] | {"find"} and is_passive(tokens, verb):
        return _silence(tokens, verb, _complement(tokens, verb), Stance.UNREACHABLE) if _is_sought(tokens, verb, words) else None
    if lemma == "draw" and is_passive(tokens, verb) and kid(tokens, verb, "agent") is None and _is_willing(tokens, verb):
        return _silence(tokens, verb, _complement(tokens, verb), Stance.DECLINES)
    if (lemma == "pick" and _picks_up(tokens, verb)) or (lemma == "answer" and _answers_call(tokens, verb)):
        thing, part = kid(tokens, verb, "dobj"), kid(tokens, verb, "prt")
        cue = (cue_of(tokens, verb)[0], max(t.i for t in (verb, part) if t is not None))
        content = ((max(thing.left, cue[1] + 1), thing.right),) if thing is not None and thing.i > cue[1] else ()
        return Draft(verb.i, "silence", subject(tokens, verb), cue, content), Stance.NO_ANSWER
    if lemma in _TALKING:
        if _has_not_spoken(tokens, verb):
            return _silence(tokens, verb, _complement(tokens, verb), Stance.DECLINES)
        withheld = meets_press(tokens, verb) and (verb.tag == "VBG" or _is_willing(tokens, verb)) and kid(tokens, verb, "xcomp") is None
        return _silence(tokens, verb, _complement(tokens, verb), Stance.DECLINES) if withheld else None
    if lemma in words["answering"] and _in_words(tokens, verb, words):
        return _silence(tokens, verb, _complement(tokens, verb), Stance.DECLINES if _is_willing(tokens, verb) else Stance.NO_ANSWER)
    if lemma == "get" and _gets_back(tokens, verb):
        return _silence(tokens, verb, _complement(tokens, verb), Stance.NO_ANSWER)
    if lemma in _NEUTRAL and any(tokens[k].dep == "conj" and tokens[k].lemma in _NEUTRAL for k in verb.kids):
        return _neither(tokens, verb)
    if _is_willing(tokens, verb) and (last := _prejudges(tokens, verb)) is not None:
        thing = kid(tokens, tokens[last], "dobj")
        content = ((thing.left, thing.right),) if thing is not None else ()
        return Draft(verb.i, "silence", subject(tokens, verb), (cue_of(tokens, verb)[0], last), content), Stance.DECLINES
    if (lemma in ("go", "get") and _is_willing(tokens, verb) and _goes_into(tokens, verb)) or _withholds(tokens, verb, words):
        act = kid(tokens, verb, "xcomp") if lemma == "go" else None
        return _silence(tokens, verb, (act.left, act.right) if act is not None else _complement(tokens, verb), Stance.DECLINES)
    return None


def _has_not_spoken(tokens: Tokens, verb: Token) -> bool:
    """ "has not spoken about the raid", of somebody who could."""
    about = next((tokens[k] for k in verb.kids if tokens[k].lower in ("about", "on")), None)
    who = kid(tokens, verb, "nsubj")
    perfect = verb.tag == "VBN" and any(tokens[k].lemma == "have" and tokens[k].dep == "aux" for k in verb.kids)
    return perfect and about is not None and not _is_day(tokens, about) and who is not None and speaks(who) and meets_press(tokens, verb)


def _neither(tokens: Tokens, verb: Token) -> Silence:
    """ "neither confirmed nor denied the report"."""
    both = next(tokens[k] for k in verb.kids if tokens[k].dep == "conj" and tokens[k].lemma in _NEUTRAL)
    draft, stance = _silence(tokens, verb, _complement(tokens, both), Stance.DECLINES)
    return Draft(draft.head, draft.shape, draft.speaker, (cue_of(tokens, verb)[0], both.i), draft.content), stance


def _is_sought(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> bool:
    """Whether it is somebody who could not be reached: not an agreement, a village or a gun."""
    if _of_sort(tokens, verb, words["asked"]) or any(tokens[k].lemma == "comment" and tokens[k].dep in _COMPLEMENTS for k in verb.kids):
        return True
    who = tokens[_sought(tokens, verb)]
    if verb.lemma in ("reach", "contact"):
        return who.lemma not in words["unmet"]
    return verb.lemma != "find" and speaks(who)


def _in_words(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> bool:
    """Whether what was not answered is speech: not "did not respond to treatment", "did not return fire"."""
    if verb.lemma == "return" or is_passive(tokens, verb):
        return _of_sort(tokens, verb, words["asked"])
    if _of_sort(tokens, verb, words["asked"]):
        return True
    who = kid(tokens, verb, "nsubj")
    mute = who is not None and who.pos == "NOUN" and not speaks(who)  # "the engine did not respond"
    for_deeds = verb.lemma == "answer" and any(tokens[k].lower == "for" for k in verb.kids)
    return not mute and not for_deeds and not _of_sort(tokens, verb, words["unspoken"])


def _answers_call(tokens: Tokens, verb: Token) -> bool:
    """ "did not answer his telephone", "nobody answered the door"."""
    return _of_sort(tokens, verb, silence_words()["telephone"] | {"door", "bell", "doorbell", "knock"})


def _is_willing(tokens: Tokens, verb: Token) -> bool:
    return any(tokens[k].lower in _WOULD and tokens[k].dep == "aux" for k in verb.kids)


def _prejudges(tokens: Tokens, verb: Token) -> int | None:
    """The last token of "prejudge", "pre-empt" or "pre-judge", which the tokens may part."""
    if verb.lemma in ("prejudge", "preempt", "pre-empt", "pre-judge"):
        return verb.i
    parts = [t.lower for t in tokens[verb.i : verb.i + 3]]
    return verb.i + 2 if parts[:2] == ["pre", "-"] and parts[-1] in ("empt", "judge") else None


def _gets_back(tokens: Tokens, verb: Token) -> bool:
    """ "did not get back to The Herald"."""
    back = next((k for k in verb.kids if tokens[k].lower == "back"), None)
    return back is not None and kid(tokens, verb, "dobj") is None and tokens[back + 1].lower == "to"


def _picks_up(tokens: Tokens, verb: Token) -> bool:
    """ "did not pick up", "did not pick up the telephone"."""
    thing = kid(tokens, verb, "dobj")
    return kid(tokens, verb, "prt") is not None and (thing is None or thing.lemma in silence_words()["telephone"] | {"call"})


def _withholds(tokens: Tokens, verb: Token, words: dict[str, frozenset[str]]) -> bool:
    """Whether a negated verb of saying keeps something back: with "whether", with nothing, or under "would"."""
    if is_passive(tokens, verb):
        return False
    acts = verb.tag == "VBG" or _is_willing(tokens, verb)
    if verb.lemma == "go" and verb.tag == "VBG" and (act := kid(tokens, verb, "xcomp")) is not None:
        return _is_telling(tokens, act, words)  # "is not going to discuss it"
    if verb.lemma in words["sharing"]:
        thing = kid(tokens, verb, "dobj")
        return acts and thing is not None and thing.lemma in words["shared"]
    if verb.lemma not in words["withholding"]:
        return False
    if verb.lemma in ("comment", "elaborate", "specify"):
        return True
    if verb.lemma in ("explain", "clarify", "speculate"):
        return _is_willing(tokens, verb)  # "could not explain" does not know
    who = kid(tokens, verb, "nsubj")
    habit = verb.lemma == "discuss" and any(tokens[k].lower in ("does", "do", "never") for k in verb.kids)
    if (habit or (verb.lemma in _DISCLOSING and verb.tag != "VB")) and who is not None and (speaks(who) or who.lower == "it"):
        return True  # "does not discuss its clients", "have not disclosed the motive"
    may_not = any(tokens[k].lower in ("can", "ca") and tokens[k].dep == "aux" for k in verb.kids)
    may_not = may_not and not any(tokens[k].lower in ("until", "before", "unless", "without") for k in verb.kids)
    if may_not and who is not None and (speaks(who) or who.lower == "it") and verb.lemma in _DISCLOSING | {"discuss"}:
        return True  # "cannot discuss individual cases"
    clause = kid(tokens, verb, "ccomp")
    if clause is not None:
        asked = tokens[clause.left].lower
        return asked in words["asking"] or (asked == "if" and verb.lemma == "say")
    willing = _is_willing(tokens, verb) or any(tokens[k].lower == "could" and tokens[k].dep == "aux" for k in verb.kids)
    return willing and verb.lemma != "say" or (willing and kid(tokens, verb, "dobj", "advcl") is None)


def _nothing_said(tokens: Tokens, verb: Token, thing: Token, words: dict[str, frozenset[str]]) -> Silence | None:
    """ "had no comment", "gave no answer", "did not offer a comment", "took no questions"."""
    held = verb.lemma in words["holding"] and thing.lemma in words["comment"]
    if not (held or f"{verb.lemma}_{thing.lemma}" in words["withheld"]) or thing.i < verb.i:
        return None
    no = kid(tokens, thing, "det", "neg")
    if verb.lemma == "answer" and (no is None or no.lower != "no"):
        return None  # "did not answer questions" gave no answer, "answered no questions" declined
    if (no is None or no.lower != "no") and negation(tokens, verb) is None and not _yet_to(tokens, verb):
        return None
    split = no.i if no is not None and no.lower == "no" else max(verb.i, thing.left - 1)
    stance = Stance.NO_ANSWER if held and thing.lemma in ("reply", "response", "answer", "reaction") else Stance.DECLINES
    return Draft(verb.i, "silence", subject(tokens, verb), (cue_of(tokens, verb)[0], split), ((split + 1, thing.right),)), stance


def _by_state(tokens: Tokens, word: Token, words: dict[str, frozenset[str]]) -> Silence | None:
    """ "was not available for comment", "is unreachable", "remained silent on"."""
    verb = tokens[word.head]
    if word.lemma in words["silent"] and word.sent == 0 and word.dep not in ("acomp", "oprd", "attr"):
        return _headline_silent(tokens, word)
    if word.dep not in ("acomp", "oprd", "attr") or verb.pos not in ("AUX", "VERB") or _is_supposed(tokens, verb):
        return None
    if any(f"{verb.lemma}_{word.lemma}" == phrase for phrase in words["evading"]) and evasion_of(tokens, verb) is not None:
        return None
    who = subject(tokens, verb)
    if who >= 0 and tokens[who].lemma in words["comment"]:
        return None  # "no comment was available from the palace"
    rest = _complement(tokens, word) or _complement(tokens, verb, after=word.i)
    no = negation(tokens, verb) is not None
    if word.lemma in words["silent"]:
        return _keeps_silent(tokens, verb, word, who, rest) if not no else None
    if word.lemma in words["available"] and not (no or is_nobody(tokens, verb)):
        return None
    asked = _of_sort(tokens, word, words["asked"] | {"interview"}, verb)
    if word.lemma != "unreachable" and not asked and not (who >= 0 and speaks(tokens[who]) and rest is None):
        return None
    first = cue_of(tokens, verb)[0] if no else word.i
    return Draft(word.i, "silence", who, (first, word.i), (rest,) if rest else ()), Stance.UNREACHABLE


def _headline_silent(tokens: Tokens, word: Token) -> Silence | None:
    """ "Ministry silent on missing funds"."""
    before = tokens[max(word.left - 1, 0)]
    about = next((t for t in tokens[word.i + 1 : word.i + 2] if t.lower in _MATTER), None)
    if before.i >= word.i or about is None or not (speaks(before) or before.pos == "PROPN"):
        return None
    return Draft(word.i, "silence", before.i, (before.i + 1, word.i), ((about.i, about.right),)), Stance.DECLINES


def _keeps_silent(tokens: Tokens, verb: Token, word: Token, who: int, rest: Range | None) -> Silence | None:
    """ "was silent on the charges", "stayed tight-lipped": not guns that fall silent, nor a city that is quiet."""
    after = (tokens[k] for h in (word, verb) for k in h.kids if k > word.i and tokens[k].dep == "prep")
    about = next((t for t in after if t.lower in _MATTER), None)
    on_day = about is not None and any(tokens[k].ent in ("DATE", "TIME") for k in about.kids)
    told = (about.left, about.right) if about is not None and not on_day else None
    known = who >= 0 and speaks(tokens[who]) and word.lemma not in ("quiet", "mute", "silent")
    if told is None and not known and not (verb.lemma in _STAYING and who >= 0 and speaks(tokens[who]) and rest is None):
        return None
    first = word.left if word.lemma == "lipped" else word.i
    return Draft(word.i, "silence", who, (first, word.i), (told,) if told else ()), Stance.DECLINES


def _of_sort(tokens: Tokens, word: Token, sort: frozenset[str], other: Token | None = None) -> bool:
    """Whether a word's object or subject, or what hangs on it by a preposition or an infinitive, is of a sort."""
    for holder in (word, other) if other is not None else (word,):
        for k in holder.kids:
            t = tokens[k]
            if t.lemma in sort or (t.dep == "prep" and any(tokens[n].lemma in sort for n in t.kids)):
                return True
    return False


def _yet_to(tokens: Tokens, verb: Token) -> bool:
    """ "has yet to respond"."""
    above = tokens[verb.head]
    return verb.dep == "xcomp" and above.lemma in ("have", "be") and any(tokens[k].lower == "yet" for k in (*above.kids, *verb.kids))


def _complement(tokens: Tokens, word: Token, after: int = -1) -> Range | None:
    """What was asked: the infinitive, clause, object or prepositional phrase after a word."""
    for k in word.kids:
        t = tokens[k]
        if t.i <= max(word.i, after):
            continue
        if t.dep in _COMPLEMENTS or t.dep == "dobj":
            return t.left, t.right
        if t.dep == "prep" and t.lower in ("to", "for", "on", "about", "into", "beyond") and t.kids and not _is_day(tokens, t):
            return (t.i + 1, t.right) if t.lower == "to" else (t.left, t.right)
    return None


def _is_day(tokens: Tokens, preposition: Token) -> bool:
    """ "would not comment on Friday"."""
    return preposition.lower == "on" and any(tokens[k].ent in ("DATE", "TIME") for k in preposition.kids)


def _silence(tokens: Tokens, verb: Token, content: Range | None, stance: Stance) -> Silence:
    before = tokens[content[0] - 1] if content is not None else verb
    cue = cue_of(tokens, verb, before if before.lower == "to" and before.dep == "prep" else None)
    sought = stance in (Stance.UNREACHABLE, Stance.DECLINES) and is_passive(tokens, verb)
    who = _sought(tokens, verb) if sought else subject(tokens, verb)
    if who < 0 and verb.dep == "conj":
        who = _sought(tokens, verb)  # "was asked for comment but did not reply"
    return Draft(verb.i, "silence", who, cue, (content,) if content else ()), stance


def _sought(tokens: Tokens, verb: Token) -> int:
    """Who is passive here, the verb's own subject or that of the verb it goes on from: "is abroad and could not be reached"."""
    while (own := kid(tokens, verb, "nsubjpass", "nsubj")) is None and verb.dep == "conj" and verb.head != verb.i:
        verb = tokens[verb.head]
    return own.i if own is not None else -1


def silences(tokens: Tokens) -> Iterator[Silence]:
    """All silences of a report."""
    for t in tokens:
        if t.pos in _BEARERS and (t.kids or t.pos != "AUX") and (found := silence_of(tokens, t)) is not None:
            yield found

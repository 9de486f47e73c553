"""What a claim counts and how many: "at least 12 dead", "put the toll at 19", "five"; two counts differ where no number fits both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import inf

from msgspec import structs

from reportedly.knowledge.answer_words import answer_words
from reportedly.knowledge.figures import MULTIPLIERS, figure_words
from reportedly.layers.disputes.matter import Matter
from reportedly.layers.disputes.roots import lemma, root
from reportedly.model import Record
from reportedly.text import Parsed, Token

BARE = ""  # what a number counts where no noun says it
MONEY = "money"
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?(?:th|st|nd|rd)?")
_LEAST = re.compile(r"(?:at least|more than|over|above|upwards? of|no fewer than|no less than|a minimum of|exceed\w*|in excess of)$")
_MOST = re.compile(r"(?:at most|up to|fewer than|less than|under|below|as many as|as much as|no more than|a maximum of|not more than)$")
_ABOUT = re.compile(r"(?:about|around|some|roughly|nearly|almost|approximately|an estimated|close to|just under|just over|or so)$")
ROUGH = 0.2  # share by which "about 30" may be off
_PEOPLE = frozenset(
    "person people man woman civilian soldier villager fighter victim protester troop resident guard marine guerrilla rebel policeman "
    "sailor seaman worker demonstrator marcher officer miner militant farmer passenger student insurgent combatant migrant".split()
)
_AGGREGATES = {"captive": "captive", "hostage": "captive", "detainee": "captive", "prisoner": "captive", "suspect": "captive"}
_CURRENCY = frozenset("$ € £ ¥ dollar euro pound rupee peso yen yuan rouble ruble franc".split())


class Count(Record, frozen=True, kw_only=True):
    """What is counted ("" where the words do not say), the numbers that fit, and the words of the number."""

    of: str
    low: float
    high: float
    text: str

    def differs(self, other: Count) -> bool:
        """Whether no number fits both."""
        return self.low > other.high or other.low > self.high


def counts(parsed: Parsed, matter: Matter) -> tuple[Count, ...]:
    """The counts of a claim."""
    return tuple(_counts(parsed, matter))


def _counts(parsed: Parsed, matter: Matter) -> Iterator[Count]:
    inside = {t.i for t in matter.tokens}
    taken: set[int] = set()
    for t in matter.tokens:
        if t.i in taken or (value := _value(t)) is None or _is_part(parsed, t, matter):
            continue
        last = t
        while (nxt := _next(parsed, last, inside)) is not None and (factor := _value(nxt)) in MULTIPLIERS:
            value, last = value * factor, nxt
            taken.add(nxt.i)
        low, high = _range(parsed, t, value) if value else (0, 0)
        told = " ".join(w.text for w in parsed.tokens[t.i : last.i + 1])
        yield Count(of=_counted(parsed, t, last, matter), low=low, high=high, text=told)


def _next(parsed: Parsed, token: Token, inside: set[int]) -> Token | None:
    return parsed.tokens[token.i + 1] if token.i + 1 in inside else None


def _is_part(parsed: Parsed, token: Token, matter: Matter) -> bool:
    """Whether a number belongs to a date, an hour or a name, or stands alone as a pronoun ("one of them").

    The model often takes a bare figure for a date: "the toll was 11".
    """
    longer = any(0 <= i < len(parsed.tokens) and parsed.tokens[i].ent == token.ent for i in (token.i - 1, token.i + 1))
    dated = token.ent in {"DATE", "TIME", "ORDINAL"} and (longer or not (_subject_of(matter) or gives_figure(matter)))
    return dated or (token.lower == "one" and token.dep != "nummod")


def _range(parsed: Parsed, token: Token, value: float) -> tuple[float, float]:
    before = " ".join(t.lower for t in parsed.tokens[max(0, token.i - 4) : token.i] if t.lower not in _CURRENCY)
    if _LEAST.search(before):
        return value, inf
    if _MOST.search(before):
        return 0, value
    if _ABOUT.search(before):
        return value * (1 - ROUGH), value * (1 + ROUGH)
    words = figure_words().numbers.get(token.lower)
    return (words[0], words[1] or inf) if words and words[1] != words[0] else (value, value)


def _counted(parsed: Parsed, first: Token, last: Token, matter: Matter) -> str:
    """The noun that a number counts, or the deed that befell the counted."""
    if any(t.lower in _CURRENCY for t in parsed.tokens[max(0, first.i - 1) : last.i + 2]):
        return MONEY
    noun = _noun(parsed, last) or _noun(parsed, first)
    if noun is None:
        return _hurt(parsed, last) or _so(parsed, last, matter) or _subject_of(matter)
    word = lemma(noun)
    if word in _PEOPLE or word in figure_words().nouns or word in _AGGREGATES or noun.pos == "ADJ":
        of_several = noun.dep == "pobj" and parsed.head(parsed.head(noun)).i in (first.i, last.i)
        return _befell(parsed, last if of_several else noun, word)
    return root(word)


def _noun(parsed: Parsed, number: Token) -> Token | None:
    if number.dep in {"nummod", "compound", "quantmod", "det", "amod"} and (head := parsed.head(number)).pos in {"NOUN", "PROPN"}:
        return head
    of = next((k for k in parsed.children(number) if k.lower == "of"), None)
    return parsed.child(of, "pobj") if of else None


def _hurt(parsed: Parsed, number: Token) -> str:
    """What befell those that a number alone stands for: "40 injured"."""
    following = parsed.tokens[number.i + 1] if number.i + 1 < len(parsed.tokens) else number
    words = figure_words()
    return str(words.nouns.get(following.lower) or words.verbs.get(lemma(following)) or "")


def _so(parsed: Parsed, number: Token, matter: Matter) -> str:
    """What a number alone is called: "called 38 unverified"."""
    following = parsed.tokens[number.i + 1] if number.i + 1 < len(parsed.tokens) else number
    return root(lemma(following)) if following in matter.tokens and following.tag in _CALLED else ""


_CALLED = frozenset({"JJ", "VBN"})


def _befell(parsed: Parsed, noun: Token, word: str) -> str:
    """People are told apart by what befell them: dead, injured, arrested, ..."""
    found = _fate(parsed, noun, word)
    return found if found in _FATES else f"{_PEOPLE_OF}{root(word)}"


_PEOPLE_OF = "people "
_FATES = frozenset({"dead", "injured", "arrested", "displaced", "present"})


def _fate(parsed: Parsed, noun: Token, word: str) -> str:
    words = figure_words()
    if kind := figure_words().nouns.get(word):
        return str(kind)
    if word in _AGGREGATES:
        return "arrested"
    if kind := next((words.nouns.get(k.lower) for k in parsed.children(noun, "amod") if k.lower in words.nouns), None):
        return str(kind)
    head = parsed.head(noun)
    if head.pos in {"VERB", "ADJ", "AUX"} and (kind := figure_words().verbs.get(lemma(head)) or figure_words().nouns.get(lemma(head))):
        return str(kind)
    if clause := next((k for k in parsed.children(noun) if k.dep in {"acl", "relcl"} and lemma(k) in figure_words().verbs), None):
        return str(figure_words().verbs[lemma(clause)])
    state = next((k for k in parsed.children(head) if k.dep in {"acomp", "attr", "oprd"}), None) if head.pos in {"VERB", "AUX"} else None
    if state is not None and (kind := figure_words().nouns.get(lemma(state))):
        return str(kind)
    return ""


def _subject_of(matter: Matter) -> str:
    """What a figure given of something counts: "put the toll at 19"."""
    lemmas = matter.lemmas | matter.cue_lemmas
    if lemmas & {"toll", "death", "dead", "fatality", "casualty", "die", "kill"}:
        return "dead"
    if lemmas & {"injure", "wound", "injury"}:
        return "injured"
    if lemmas & {"captive", "hostage", "detainee", "arrest", "prisoner", "detain"}:
        return "arrested"
    if lemmas & {"crowd", "turnout", "attendance", "marcher", "protester"}:
        return "present"
    return BARE


_NONE = {"no": 0.0, "single": 1.0, "lone": 1.0}  # "knew of no deaths", "a single man"


def _value(token: Token) -> float | None:
    if token.lower in _NONE and token.dep in {"det", "amod"}:
        return _NONE[token.lower]
    if token.pos not in {"NUM", "NOUN", "ADJ", "PRON", "DET"} and token.tag != "CD":
        return None
    if _DIGITS.fullmatch(token.text) and token.text[-1].isdigit():
        return float(token.text.replace(",", ""))
    if (words := figure_words().numbers.get(token.lower)) and (token.tag == "CD" or words[0] in MULTIPLIERS or words[1] is None):
        return words[0]
    return None


def differing(one: tuple[Count, ...], other: tuple[Count, ...]) -> frozenset[str]:
    """What both count without a number that fits both."""
    kinds = {c.of for c in one} & {c.of for c in other} - {BARE}
    return frozenset(k for k in kinds if all(a.differs(b) for a in one for b in other if a.of == b.of == k))


def bare_differs(later: tuple[Count, ...], earlier: tuple[Count, ...]) -> bool:
    """Whether the later gives a number without a noun, and the earlier none that fits: "a police source spoke of five"."""
    bare = [c for c in later if c.of == BARE]
    return bool(bare and earlier) and all(a.differs(b) for a in bare for b in earlier)


def inherited(found: dict[str, tuple[Count, ...]], matters: tuple[Matter, ...]) -> dict[str, tuple[Count, ...]]:
    """The counts, with what was counted last where only "the figure" or "the number" is given."""
    told, last = dict(found), BARE
    for m in matters:
        if last and (m.cue_lemmas | m.lemmas) & answer_words()["about"]:
            told[m.id] = tuple(structs.replace(c, of=last) if c.of == BARE else c for c in told[m.id])
        last = next((c.of for c in told[m.id] if c.of in _FATES or c.of.startswith(_PEOPLE_OF)), last)
    return told


def one_day(one: Matter, other: Matter) -> bool:
    """Whether two claims may be of one day: not if each names another."""
    days = [frozenset(root(lemma(t)) for t in m.tokens if t.ent == "DATE" and t.pos in _DAYS) for m in (one, other)]
    return not all(days) or bool(days[0] & days[1])


_DAYS = frozenset({"PROPN", "NOUN", "NUM", "ADJ"})


def gives_figure(matter: Matter) -> bool:
    """Whether its cue gives a count: "put the number at"."""
    return bool(matter.cue_lemmas & answer_words()["counting"] and matter.lemmas & answer_words()["about"])

"""Denials by what is said: "the report is a lie", "it never happened", "I did no such thing", "we had no part in it"."""

from __future__ import annotations

from itertools import pairwise

from reportedly.knowledge.cues import cues
from reportedly.layers.claims.draft import Range
from reportedly.layers.claims.grammar import NEGATIONS, Tokens, is_passive, kid
from reportedly.layers.claims.misquotes import is_misreported, is_news_to
from reportedly.text import Token

ANAPHORS = frozenset({"that", "this", "it", "them", "these", "those", "both", "they", "all", "everything"})
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_BEING_SO = frozenset({"true", "so", "correct", "accurate", "case", "real", "genuine", "authentic", "truth"})
_BEING_WRONG = frozenset({"wrong", "incorrect", "mistaken", "inaccurate", "misleading", "exaggerated", "erroneous", "unproven"})
_HAPPENING = frozenset({"happen", "occur", "take", "exist"})
_PLAINLY = frozenset("simply just plain plainly completely totally entirely wholly utterly flatly factually quite".split())
_REVERSE = frozenset({"opposite", "reverse", "contrary"})
_SELVES = frozenset({"i", "we", "he", "she", "they", "it"})
_NO = frozenset({"no", "any", "neither", "never"})
GOODS = frozenset(
    "bail visa entry access permission permit request motion appeal application licence license leave asylum parole food aid service"
    " right help treatment medicine shelter water passage petition injunction funding loan".split()
)
_OUTRIGHT = frozenset("deny refute rebut repudiate disavow disown disclaim debunk gainsay belie recant retract take".split())
_CHARGED = frozenset({"case", "indictment", "prosecution"})  # "called the case an invention"
_SHORT = 10  # tokens of a headline's or a quotation's fragment; a longer one is judged by its grammar


def _is(word: Token, sort: str) -> bool:
    return (word.lemma.lower(), sort) in cues() or (word.lower, sort) in cues()


def is_falsehood(word: Token) -> bool:
    """ "a lie", "baseless", "fabricated"."""
    return _is(word, "PRED")


def can_be_false(word: Token | None) -> bool:
    """Whether it is something said or shown, or a word that stands for it."""
    if word is None:
        return False
    if word.lemma in ("lot", "thing", "whole", "affair", "matter", "list"):
        return True
    return word.lower in ANAPHORS or _is(word, "SAID") or _is(word, "SHOWN") or word.dep == "csubj"


def top_of(tokens: Tokens, piece: Range) -> Token:
    """The word of a phrase that all others hang on."""
    first, last = piece
    return next((t for t in tokens[first : last + 1] if not first <= t.head <= last and t.pos not in ("PUNCT", "SPACE")), tokens[first])


def denies_object(tokens: Tokens, verb: Token, content: tuple[Range, ...]) -> bool:
    """Whether a verb of denying denies its object: "rejected the charge", and not "rejected the offer", "denied them visas"."""
    top = top_of(tokens, content[0])
    if verb.lemma == "deny":
        two = kid(tokens, verb, "dative") is not None or (is_passive(tokens, verb) and kid(tokens, verb, "dobj") is not None)
        two = two or top.dep == "dative" or any(tokens[k].lower == "to" and tokens[k].dep == "dative" for k in verb.kids)
        return not two and top.lemma.lower() not in GOODS and not _second_object(tokens, verb, top)
    if verb.lemma in _OUTRIGHT:
        return True
    if verb.lemma == "refuse":
        return False
    if top.pos in ("VERB", "AUX"):
        that = any(tokens[k].lower == "that" and tokens[k].dep == "mark" for k in top.kids)
        return top.dep == "ccomp" or that or (verb.lemma in ("dispute", "contest") and top.tag in ("VBG", "VBN"))
    if _is(top, "SAID") or _is_as_false(tokens, content) or (_is(top, "SHOWN") and verb.lemma != "contest") or _is(top, "SUSPECTED"):
        return True
    if top.lower in ANAPHORS:
        return verb.lemma not in ("rule", "dismiss", "reject") or _named_false(tokens, content)
    return _named_false(tokens, content) or (verb.lemma == "contradict" and top.pos in ("PROPN", "NOUN", "PRON"))


def _second_object(tokens: Tokens, verb: Token, top: Token) -> bool:
    """ "denied {aid workers} access to the camp": the parse may take both for one."""
    objects = [k for k in verb.kids if tokens[k].dep in ("dobj", "dative")]
    return len(objects) > 1 or any(t.lemma in GOODS and t.i > top.i and t.dep == "dobj" for t in tokens[top.i : top.right + 1])


def _named_false(tokens: Tokens, content: tuple[Range, ...]) -> bool:
    """ "dismissed {it as nonsense}", "rejected {as absurd the idea}"."""
    words = [t for a, b in content for t in tokens[a : b + 1]]
    return any(is_falsehood(t) and t.dep in ("pobj", "amod", "oprd", "acomp", "pcomp", "advcl", "dobj") for t in words) and any(
        t.lower == "as" for t in words
    )


def _is_as_false(tokens: Tokens, content: tuple[Range, ...]) -> bool:
    """ "rejected as {fanciful a claim}": the model hangs both words on "as"."""
    first, last = content[0]
    said = (t for t in tokens[first : last + 1] if _is(t, "SAID") and not first <= t.head <= last)
    return tokens[first - 1].lower == "as" and tokens[first].pos == "ADJ" and next(said, None) is not None


def calls_false(tokens: Tokens, content: tuple[Range, ...]) -> bool:
    """ "called the report a lie", "described it as fabricated"; not "called the vote a farce", "called the rebels liars"."""
    words = [t for a, b in content for t in tokens[a : b + 1]]
    named = next((t for t in words if can_be_false(t) or t.lemma in _CHARGED), None)
    return named is not None and any(is_falsehood(t) and t.i != named.i for t in words)


def denies_by_itself(tokens: Tokens, root: Token, content: tuple[Range, ...]) -> bool:
    """Whether what is said denies in its own words, whoever asked."""
    words = [t for a, b in content for t in tokens[a : b + 1] if t.pos not in ("PUNCT", "SPACE")]
    if _fragment_denies(words):
        return True
    first, last = content[0][0], content[-1][1]
    who = kid(tokens, root, *_SUBJECTS)
    kids = [tokens[k] for k in root.kids if first <= k <= last]
    no = any(t.dep == "neg" or t.lower in NEGATIONS for t in kids)
    return (
        _is_called_false(tokens, root, who, no)
        or _is_not_so(tokens, root, who, no)
        or _no_such(words, no)
        or _other_way(tokens, root, words)
        or _has_no(tokens, root, who, no)
        or is_misreported(tokens, root)
        or is_news_to(tokens, root)
        or (_is_bare_no(root, words) and no)
    )


def _other_way(tokens: Tokens, root: Token, words: list[Token]) -> bool:
    """ "it was the other way round", "they had the wrong man"."""
    lowers = [t.lower for t in words]
    if any(lowers[n : n + 2] == ["other", "way"] and lowers[n + 2] in ("about", "round", "around") for n in range(len(lowers) - 2)):
        return True
    thing = kid(tokens, root, "dobj")
    wrong = thing is not None and any(tokens[k].lower == "wrong" and tokens[k].dep == "amod" for k in thing.kids)
    return root.lemma in ("have", "get", "arrest", "accuse", "blame", "hold", "seize", "stop") and wrong


def _is_bare_no(root: Token, words: list[Token]) -> bool:
    """ "We did not", "It was not us"."""
    if root.lemma not in ("do", "be", "have") or len(words) > 5:
        return False
    rest = [t for t in words if t.i > root.i and t.dep != "neg" and t.lower not in NEGATIONS]
    return not rest or (len(rest) == 1 and root.lemma == "be" and rest[0].lower in ("us", "me", "him", "her", "them", "ours"))


def _fragment_denies(words: list[Token]) -> bool:
    """ "Absolute nonsense", "Lies", "Nothing of the kind"; and in a headline "Bribe claims untrue"."""
    if len(words) in (2, 3) and words[0].lower == "not" and words[-1].lemma in _BEING_SO:
        return True  # "Not true"
    if len(words) > _SHORT or not words or any(t.lower in NEGATIONS or t.lower == "no" for t in words):
        return False
    if any(t.pos == "AUX" or t.tag in ("VBD", "MD") for t in words):
        return False
    false = [t for t in words if is_falsehood(t)]
    if [t.lower for t in words[:2]] == ["nothing", "of"]:
        return words[-1].lower in ("sort", "kind")
    if not false:
        return False
    named = next((t for t in words if can_be_false(t) and t.i not in {f.i for f in false}), None)
    if named is not None and false[-1].i > named.i:
        return _ends(words, false[-1])
    acts = any(t.pos == "VERB" and t.dep != "pcomp" and not is_falsehood(t) for t in words)
    return false[0].i - words[0].i <= 2 and false[0].pos != "VERB" and not acts


def _ends(words: list[Token], false: Token) -> bool:
    """Whether the word that calls something false ends the fragment or is quoted: "Bribe claims 'nonsense'"."""
    return false.i >= words[-1].i - 3


def _is_called_false(tokens: Tokens, root: Token, who: Token | None, no: bool) -> bool:
    """ "the report was false", "the letter had been forged", "it is pure invention", "the account was wrong"."""
    if no:
        return False
    if root.lemma == "be":
        state = kid(tokens, root, "attr", "acomp")
        preposition = next((tokens[k] for k in root.kids if tokens[k].lower in ("without", "beneath")), None)
        if preposition is not None and can_be_false(who) and any(_is(tokens[k], "TRUTH") for k in preposition.kids):
            return True
        if state is None:
            return False
        if who is not None and who.lemma in _REVERSE and state.lemma in _BEING_SO:
            return True
        if state.lemma in _BEING_WRONG:
            plainly = any(tokens[n].lower in _PLAINLY for n in (*state.kids, *root.kids))
            return who is not None and (_is(who, "SAID") or (plainly and who.lower in ANAPHORS))
        if state.lemma in _BEING_SO and any(tokens[k].lower in ("far", "hardly") for k in (*state.kids, *root.kids)):
            return True
        if _is(state, "FAKED") and not can_be_false(who):
            return False
        return is_falsehood(state) and (can_be_false(who) or who is None)
    passive = kid(tokens, root, "auxpass") is not None and kid(tokens, root, "agent") is None
    made_up = root.lemma == "make" and any(tokens[n].lower == "up" for n in root.kids)
    return passive and (made_up or _is(root, "FAKED") or is_falsehood(root)) and can_be_false(who)


def _is_not_so(tokens: Tokens, root: Token, who: Token | None, no: bool) -> bool:
    """ "it is not true", "that never happened", "the story is not accurate", "that was not the case"."""
    none = who is not None and who.lower in ("none", "nothing", "neither", "little")
    if none and root.lemma == "be" and who is not None and any(tokens[n].lower in ("of", "in") for n in who.kids):
        return any(tokens[n].lemma in _BEING_SO for n in root.kids if n > root.i)  # "none of it is true"
    if not no or who is None or not can_be_false(who):
        return False
    if root.lemma == "be":
        state = kid(tokens, root, "attr", "acomp", "advmod", "nsubj")
        return any(tokens[k].lemma in _BEING_SO for k in root.kids if k > root.i) and state is not None
    if root.lemma == "take":
        thing = kid(tokens, root, "dobj")
        return thing is not None and thing.lemma == "place" and who.lower in ANAPHORS
    return root.lemma in _HAPPENING and who.lower in ANAPHORS


def _no_such(words: list[Token], no: bool) -> bool:
    """ "no such thing happened", "nothing of the kind", "did not do anything of the sort", "there was nothing like that"."""
    for a, b in pairwise(words):
        after = words[words.index(b) + 1 : words.index(b) + 3]
        if b.lower == "such" and (a.lower == "no" or (a.lower == "any" and no)):
            return not any(t.lower == "as" for t in after)
        if a.lower in ("nothing", "anything", "none") and b.lower == "of" and any(t.lower in ("sort", "kind") for t in after):
            return a.lower != "anything" or no
    return False


def _has_no(tokens: Tokens, root: Token, who: Token | None, no: bool) -> bool:
    """ "there is no truth in it", "had no part in the fire", "had nothing to do with it", "did nothing wrong", "is innocent"."""
    if who is not None and (who.lower in _SELVES or who.lemma in ("client", "man", "force", "troop", "member")):
        if root.lemma == "be" and (state := kid(tokens, root, "acomp")) is not None:
            return (state.lemma == "innocent" and not no) or (state.lemma == "guilty" and no)
        if root.lemma == "do" and (thing := kid(tokens, root, "dobj")) is not None and thing.i > root.i:
            wrong = any(t.lower in ("wrong", "illegal", "improper") for t in tokens[thing.i : thing.i + 3])
            return (thing.lower in ("nothing", "anything") and wrong) or (no and thing.lower in ("it", "that", "this"))
    thing = kid(tokens, root, "dobj", "attr")
    if thing is None or thing.i < root.i:
        return False
    after = [t.lower for t in tokens[thing.i + 1 : thing.i + 4]]
    if thing.lower in ("nothing", "anything") and root.lemma == "have" and after == ["to", "do", "with"]:
        return thing.lower == "nothing" or no
    none = no or any(t.lower in _NO or t.lower == "not" for t in tokens[thing.left : thing.i])
    inside = [t for t in tokens[thing.i : thing.right + 1] if t.dep in ("pobj", "attr", "dobj")]
    truth = next((t for t in (thing, *inside) if _is(t, "TRUTH")), None)
    if none and truth is not None:
        basis = [t for t in tokens[truth.i + 1 : root.right + 1] if t.dep == "pobj"]
        return truth.lemma == "truth" or can_be_false(who) or any(can_be_false(t) for t in basis)
    own = who is not None and (who.lower in _SELVES or any(tokens[k].tag == "PRP$" for k in who.kids))
    return none and root.lemma in ("have", "play", "take") and _is(thing, "PART") and own

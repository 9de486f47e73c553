"""What a speaker does with what is said: asserts, denies, wants, asks, will not say."""

from __future__ import annotations

from reportedly.knowledge.cues import Cue, cues
from reportedly.layers.claims.denials import root_of
from reportedly.layers.claims.draft import Draft, Range
from reportedly.layers.claims.evasions import says_only
from reportedly.layers.claims.grammar import Tokens, kid, negation
from reportedly.layers.claims.silences import silence_of
from reportedly.model import Manner, Stance
from reportedly.text import Parsed, Token

_ASKED = frozenset("whether if why how what who where when which".split())
_NAMING = frozenset("call describe brand label term dub denounce consider".split())
_REQUESTING = frozenset("ask tell".split())


def stance_of(tokens: Tokens, draft: Draft, content: tuple[Range, ...]) -> Stance:
    """The stance that the cue gives, with its negation and the form of what follows."""
    head = tokens[draft.head]
    if head.lemma in _REQUESTING and head.pos == "VERB":
        return _asked(tokens, draft, head)
    if _says_nothing(tokens, head, content):
        return Stance.DECLINES
    cue = cue_entry(tokens, draft, head)
    if head.lemma == "suggest" and "infinitive" not in draft.shape and not _urges(tokens, draft):
        cue = None
    if cue is None or cue.stance is Stance.ASSERTS or _swears_so(tokens, draft, head):
        return _by_content(tokens, head, content)
    return cue.negated if negation(tokens, head) is not None else cue.stance


def _swears_so(tokens: Tokens, draft: Draft, head: Token) -> bool:
    """ "swore that nobody had come" says so; "swore that they would return" and "swore to return" promise."""
    if head.lemma != "swear" or draft.shape not in ("clause", "before", "quote before", "quote after"):
        return False
    root = root_of(tokens, draft.content[0])
    return not any(tokens[k].tag == "MD" for k in root.kids)


def _says_nothing(tokens: Tokens, head: Token, content: tuple[Range, ...]) -> bool:
    """ "No comment," he said; and "said only that", unless the same sentence has told of the silence before."""
    first, last = content[0] if content else (0, -1)
    if [t.lower for t in tokens[first : min(last + 1, first + 3)] if t.pos not in ("PUNCT", "SPACE")][:2] == ["no", "comment"]:
        return True
    return says_only(tokens, head) and not any(silence_of(tokens, t) for t in _sentence_before(tokens, head))


def _sentence_before(tokens: Tokens, head: Token) -> list[Token]:
    first = head.i
    while first > 0 and tokens[first - 1].sent == head.sent:
        first -= 1
    return [t for t in tokens[first : head.i] if t.pos in ("VERB", "AUX")]


def _by_content(tokens: Tokens, head: Token, content: tuple[Range, ...]) -> Stance:
    """Where the cue only says that something was said: a bare imperative requests, "called it a forgery" denies."""
    if not content:
        return Stance.ASSERTS
    first, last = content[0]
    if head.lemma in _NAMING:
        return Stance.DENIES if any(_is_falsehood(t) for t in tokens[first : last + 1]) else Stance.ASSERTS
    root = root_of(tokens, content[0])
    opening = next((t for t in tokens[first : last + 1] if t.pos != "PUNCT"), root)
    if root.tag == "VB" and opening.i == root.i and tokens[first].pos == "PUNCT":
        return Stance.REQUESTS
    if _is_falsehood(root) and (root.pos in ("NOUN", "PROPN") or _is_told_false(tokens, root)):
        return Stance.DENIES  # "Rubbish from start to finish", "the story was invented"
    state = kid(tokens, root, "attr", "acomp") if root.lemma == "be" and kid(tokens, root, "neg") is None else None
    return Stance.DENIES if state is not None and state.i <= last and _is_falsehood(state) else Stance.ASSERTS


def _is_told_false(tokens: Tokens, root: Token) -> bool:
    """A passive that calls a story untrue; "the ballots were forged" more often accuses than denies."""
    return (
        root.lower in ("invented", "concocted", "fabricated")
        and kid(tokens, root, "auxpass") is not None
        and kid(tokens, root, "neg", "agent") is None
    )


def _is_falsehood(word: Token) -> bool:
    return (word.lemma.lower(), "PRED") in cues() or (word.lower, "PRED") in cues()


def cue_entry(tokens: Tokens, draft: Draft, head: Token) -> Cue | None:
    """The entry of the cue's word, with its particle or preposition, or that of the verb that carries a noun."""
    table = cues()
    pos = head.pos if head.pos in ("NOUN", "ADJ") else "VERB"
    carrier = draft.shape.partition(" with ")[2]
    if carrier and (found := table.get((carrier, "VERB"))) is not None:
        return found
    for k in head.kids:
        t = tokens[k]
        joined = (
            t.dep == "prt"
            or (t.dep == "advmod" and k == head.i + 1)
            or t.lower == draft.key
            or (t.dep == "prep" and k == head.i + 1 and "infinitive" in draft.shape)
        )
        if joined and k > head.i and (found := table.get((f"{head.lemma}_{t.lower}", pos))) is not None:
            return found
    return table.get((head.lemma.lower(), pos))


def _asked(tokens: Tokens, draft: Draft, head: Token) -> Stance:
    """ "asked him to leave" requests, "asked whether" asks, "told them to go" requests, "told them that" asserts."""
    first = tokens[draft.content[0][0]]
    if "infinitive" in draft.shape or draft.shape == "passive xcomp":
        return Stance.REQUESTS
    if head.lemma == "tell":
        return Stance.ASSERTS
    if first.lower in _ASKED or any(tokens[b].text == "?" or tokens[b - 1].text == "?" for _, b in draft.content if b > 0):
        return Stance.ASKS
    return Stance.REQUESTS if draft.key in ("for", "that") or draft.shape == "clause" else Stance.ASKS


def _urges(tokens: Tokens, draft: Draft) -> bool:
    """Whether a clause proposes: "suggested that talks be held", "suggested holding talks"."""
    first, last = draft.content[0]
    return any(t.tag == "VB" and kid(tokens, t, "aux") is None or t.lower == "should" for t in tokens[first : min(last + 1, first + 12)])


def manner_of(parsed: Parsed, content: tuple[Range, ...]) -> Manner:
    """Direct where all words of the content are quoted, indirect where none is, else mixed."""
    inside = outside = 0
    for first, last in content:
        for t in parsed.tokens[first : last + 1]:
            if t.pos in ("PUNCT", "SPACE"):
                continue
            if parsed.quotation_at(t) is not None:
                inside += 1
            else:
                outside += 1
    if not inside:
        return Manner.INDIRECT
    return Manner.MIXED if outside else Manner.DIRECT

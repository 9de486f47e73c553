"""What a speaker does with what is said: asserts, denies, wants, asks, will not say."""

from __future__ import annotations

from reportedly.knowledge.cues import Cue, cues
from reportedly.layers.claims.denials import main_piece, root_of
from reportedly.layers.claims.draft import Draft, Range
from reportedly.layers.claims.evasions import says_only
from reportedly.layers.claims.falsehoods import calls_false, can_be_false, denies_by_itself, denies_object, top_of
from reportedly.layers.claims.grammar import Tokens, kid, negation
from reportedly.layers.claims.silences import silence_of
from reportedly.layers.claims.speakers import is_nobody
from reportedly.layers.claims.transcripts import TRANSCRIPT
from reportedly.layers.claims.verbs import QUOTING, RELAYED
from reportedly.model import Manner, Stance
from reportedly.text import Parsed, Token

_ASKED = frozenset("whether if why how what who where when which".split())
HEARD = "learned"  # the shape of a draft that the encoder heard and no construction of ours tells
_NAMING = frozenset("call describe brand label term dub denounce consider characterize characterise portray slam decry condemn".split())
_WAVING_OFF = (["no", "comment"], ["next", "question"])
_REQUESTING = frozenset("ask tell".split())


def stance_of(tokens: Tokens, draft: Draft, content: tuple[Range, ...]) -> Stance:
    """The stance that the cue gives, with its negation and the form of what follows."""
    head = tokens[draft.head]
    if draft.shape == TRANSCRIPT and content and tokens[content[-1][1]].text == "?":
        return Stance.ASKS
    if head.lemma in _REQUESTING and head.pos == "VERB":
        return _asked(tokens, draft, head, content)
    if _says_nothing(tokens, head, content):
        return Stance.DECLINES
    cue = cue_entry(tokens, draft, head)
    if head.lemma in ("suggest", "advise") and "infinitive" not in draft.shape and not _urges(tokens, draft):
        cue = None
    if draft.shape == RELAYED or (draft.shape == HEARD and _cites_that(tokens, draft, head)):
        return _by_content(tokens, head, content)  # "citing two officers, that ...": the words of the officers
    if cue is None or cue.stance is Stance.ASSERTS or _swears_so(tokens, draft, head):
        return _by_content(tokens, head, content)
    if cue.stance is Stance.DENIES and not _denies(tokens, draft, head, content):
        return Stance.ASSERTS
    doubts = head.lemma == "question" and head.pos == "VERB" and draft.shape.startswith(("object", HEARD))
    if doubts and not _is_asked(tokens, content):
        return Stance.BELIEVES  # "questioned the figures" doubts them
    negative = negation(tokens, head) is not None or is_nobody(tokens, head)
    return cue.negated if negative else cue.stance


def _denies(tokens: Tokens, draft: Draft, head: Token, content: tuple[Range, ...]) -> bool:
    """Whether a word of denying denies something said: refusing an offer, a demand or a visa does not."""
    if not content:
        return True
    if head.pos == "NOUN":
        return head.lemma not in ("rejection", "refusal") or can_be_false(top_of(tokens, content[0]))
    inside = any((t.lemma, "SAID") in cues() for t in tokens[head.i + 1 : draft.cue[1] + 1])  # the cue is "rejected the suggestion"
    return inside or head.pos != "VERB" or denies_object(tokens, head, content)


def _cites_that(tokens: Tokens, draft: Draft, head: Token) -> bool:
    return head.lemma in QUOTING and head.tag == "VBG" and tokens[draft.content[0][0]].lower == "that"


def _swears_so(tokens: Tokens, draft: Draft, head: Token) -> bool:
    """ "swore that nobody had come" says so; "swore that they would return" and "swore to return" promise."""
    if head.lemma != "swear" or draft.shape not in ("clause", "before", "quote before", "quote after", HEARD):
        return False
    root = root_of(tokens, draft.content[0])
    return root.tag != "VB" and not any(tokens[k].tag == "MD" for k in root.kids)


def _says_nothing(tokens: Tokens, head: Token, content: tuple[Range, ...]) -> bool:
    """ "No comment," he said; and "said only that", unless the same sentence has told of the silence before."""
    first, last = content[0] if content else (0, -1)
    if [t.lower for t in tokens[first : min(last + 1, first + 3)] if t.pos not in ("PUNCT", "SPACE")][:2] in _WAVING_OFF:
        return True
    return says_only(tokens, head) and not any(silence_of(tokens, t) for t in _sentence_before(tokens, head))


def _sentence_before(tokens: Tokens, head: Token) -> list[Token]:
    first = head.i
    while first > 0 and tokens[first - 1].sent == head.sent:
        first -= 1
    return [t for t in tokens[first : head.i] if t.pos in ("VERB", "AUX")]


def _by_content(tokens: Tokens, head: Token, content: tuple[Range, ...]) -> Stance:
    """Where the cue only says that something was said: "called it a forgery" and "it never happened" deny."""
    if not content:
        return Stance.ASSERTS
    if head.lemma in _NAMING:
        return Stance.DENIES if calls_false(tokens, content) else Stance.ASSERTS
    root = root_of(tokens, main_piece(tokens, content))
    return Stance.DENIES if denies_by_itself(tokens, root, content) else Stance.ASSERTS


def cue_entry(tokens: Tokens, draft: Draft, head: Token) -> Cue | None:
    """The entry of the cue's word, with its particle or preposition, or that of the verb that carries a noun."""
    table = cues()
    pos = head.pos if head.pos in ("NOUN", "ADJ") else "VERB"
    carrier = draft.shape.partition(" with ")[2]
    if not carrier and draft.shape == HEARD and pos == "VERB" and table.get((head.lemma.lower(), pos)) is None:
        inside = (t for t in tokens[head.i + 1 : draft.cue[1] + 1] if t.pos == "NOUN")
        if (made := next((table[(t.lemma, "NOUN")] for t in inside if (t.lemma, "NOUN") in table), None)) is not None:
            return made  # "made a promise to"
    if carrier and (found := table.get((carrier, "VERB"))) is not None:
        return found
    if head.tag == "VBN" and (felt := table.get((head.lower, "ADJ"))) is not None:
        return felt  # "are convinced that"
    if draft.speaker >= 0 and (own := table.get((head.lemma.lower(), "OWN"))) is not None:
        return own
    for k in head.kids:
        t = tokens[k]
        joined = (
            t.dep == "prt"
            or (t.dep == "advmod" and k == head.i + 1)
            or t.lower == draft.key
            or (t.dep in ("prep", "prt", "advmod") and draft.cue[0] <= k <= draft.cue[1])
            or (t.dep == "prep" and k == head.i + 1 and "infinitive" in draft.shape)
        )
        if joined and k > head.i and (found := table.get((f"{head.lemma}_{t.lower}", pos))) is not None:
            return found
    return table.get((head.lemma.lower(), pos))


def _is_asked(tokens: Tokens, content: tuple[Range, ...]) -> bool:
    """ "whether he would come", "Why did he?"."""
    return bool(content) and (tokens[content[0][0]].lower in _ASKED or any(t.text == "?" for a, b in content for t in tokens[a : b + 2]))


def _asked(tokens: Tokens, draft: Draft, head: Token, content: tuple[Range, ...]) -> Stance:
    """ "asked him to leave" requests, "asked whether" asks, "told them to go" requests, "told them that" asserts."""
    first = tokens[draft.content[0][0]]
    told = head.lemma == "tell"
    if "infinitive" in draft.shape or draft.shape == "passive xcomp" or (draft.shape == HEARD and _bids(tokens, draft)):
        bare = not told or any(t.lower == "to" and tokens[t.head].tag == "VB" for a, b in draft.content for t in tokens[a : b + 1])
        return Stance.REQUESTS if bare else _by_content(tokens, head, content)
    if told:
        return Stance.DENIES if _by_content(tokens, head, content) is Stance.DENIES else Stance.ASSERTS
    if first.lower in _ASKED or any(tokens[b].text == "?" or tokens[b - 1].text == "?" for _, b in draft.content if b > 0):
        return Stance.ASKS
    return Stance.REQUESTS if draft.key in ("for", "that") or draft.shape == "clause" else Stance.ASKS


def _bids(tokens: Tokens, draft: Draft) -> bool:
    """ "{them to wait}", "{to wait}"."""
    last = [t for a, b in draft.content for t in tokens[a : b + 1]]
    return any(t.tag == "VB" and t.dep in ("xcomp", "ccomp", "advcl") and any(tokens[k].lower == "to" for k in t.kids) for t in last[:8])


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

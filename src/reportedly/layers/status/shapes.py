"""The shapes of clauses on which their standing hangs: finite or not, a question, a condition, in the past."""

from __future__ import annotations

from reportedly.knowledge.status import StatusKnowledge
from reportedly.text import Parsed, Token

CHOSEN = frozenset({"rather", "sooner"})  # "fled rather than fight"
INVERTED = frozenset({"should", "had", "were"})  # "should they attack", "had they attacked": conditions without "if"
FINITE = frozenset({"VBD", "VBZ", "VBP"})
ANSWERING = frozenset("blame accuse say call demand urge insist vow warn threaten condemn denounce promise".split())  # said, not done
DEFINITE = frozenset({"the", "this", "that", "these", "those"})


def forgone(parsed: Parsed, t: Token) -> bool:
    """Whether a verb is what somebody did not choose to do: "withdrew rather than arrest them"."""
    first = t.i - 1 if t.i and parsed.tokens[t.i - 1].tag == "TO" else t.i
    if first < 2 or t.pos != "VERB" or parsed.tokens[first - 1].lower != "than":
        return False
    return parsed.tokens[first - 2].lower in CHOSEN


def finite(parsed: Parsed, t: Token) -> bool:
    """Whether a verb or its auxiliary is finite; other words count as such."""
    auxiliaries = parsed.children(t, "aux", "auxpass")
    return t.tag in FINITE or not t.tag.startswith("VB") or any(k.tag in FINITE or k.tag == "MD" for k in auxiliaries)


def starts_anew(parsed: Parsed, t: Token, head: Token) -> bool:
    """Whether a coordinated verb goes on with the sentence: "ordered to go and left", "denied that they had shot and blamed the rebels"."""
    if finite(parsed, t) and not finite(parsed, head):
        return True
    within = head.dep == "ccomp" and head.tag in {"VBN", "VB", "VBG"} and parsed.child(t, "nsubj", "nsubjpass", "aux") is None
    return within and t.tag in FINITE and t.lemma in ANSWERING


def infinitive(parsed: Parsed, t: Token) -> bool:
    """Whether the verb has "to"."""
    return any(parsed.tokens[k].tag == "TO" for k in t.kids)


def passive(parsed: Parsed, t: Token) -> bool:
    return t.tag == "VBN" and any(k.dep == "auxpass" or k.lemma == "be" for k in parsed.children(t, "auxpass", "aux"))


def whether(parsed: Parsed, t: Token) -> bool:
    """Whether the clause is an embedded question."""
    return any(parsed.tokens[k].dep == "mark" and parsed.tokens[k].lower in {"whether", "if"} for k in t.kids)


def wondered(parsed: Parsed, t: Token) -> bool:
    """Whether the clause is a question that takes its matter for granted: why, how, when, where, who."""
    return any(parsed.tokens[k].tag in {"WRB", "WP", "WP$"} or parsed.tokens[parsed.tokens[k].left].tag in {"WP", "WP$"} for k in t.kids)


def inverted(parsed: Parsed, t: Token) -> bool:
    """Whether a clause is a condition by its order alone: "had the rebels attacked"."""
    auxiliary = parsed.child(t, "aux", "auxpass")
    subject = parsed.child(t, "nsubj", "nsubjpass")
    if auxiliary is None or subject is None:
        return False
    return auxiliary.lower in INVERTED and auxiliary.i < subject.i and t.left == auxiliary.i


def past(parsed: Parsed, t: Token) -> bool:
    """Whether a verb or its auxiliary is in the past tense."""
    return t.tag == "VBD" or any(k.tag == "VBD" for k in parsed.children(t, "aux", "auxpass"))


def marker(parsed: Parsed, known: StatusKnowledge, t: Token) -> str | None:
    """The frame of the conjunction that opens an adverbial clause."""
    for k in t.kids:
        kid = parsed.tokens[k]
        if kid.dep in {"mark", "advmod", "prep"} and (name := known.cues["MARK"].get(kid.lower)):
            return name
    return None


def definite(parsed: Parsed, t: Token) -> bool:
    """Whether a noun has an article or owner that says which is meant."""
    return any(k.lower in DEFINITE or k.dep == "poss" for k in parsed.children(t))

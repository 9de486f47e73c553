"""The pronouns that may stand for actors, and what each says of number and gender."""

from __future__ import annotations

from reportedly.layers.actors.found import Found
from reportedly.model import ActorKind, MentionForm
from reportedly.text import Parsed
from reportedly.text.parsed import Token

PERSON = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
THING = frozenset({"it", "its", "itself"})
SEVERAL = frozenset({"they", "them", "their", "theirs", "themselves"})
SEEMING = frozenset({"seem", "appear", "happen", "emerge", "follow", "matter", "turn", "rain", "snow"})  # verbs whose "it" is nobody
CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "csubj", "csubjpass", "acl"})


def pronouns(parsed: Parsed) -> list[Found]:
    """The third-person pronouns in reading order, those left out that stand for nothing ("it is clear that")."""
    return [_found(t) for t in parsed.tokens if t.pos == "PRON" and _wanted(parsed, t)]


def _wanted(parsed: Parsed, t: Token) -> bool:
    if t.lower in PERSON or t.lower in SEVERAL:
        return True
    return t.lower in THING and not (t.lower == "it" and _empty(parsed, t))


def _empty(parsed: Parsed, t: Token) -> bool:
    verb = parsed.head(t)
    if t.dep == "expl" or verb.lemma in SEEMING or verb.pos == "ADJ":
        return True
    clause = any(parsed.tokens[k].dep in CLAUSES and k > t.i for k in verb.kids)
    if t.dep == "nsubjpass":
        return clause and any(parsed.tokens[k].dep in ("ccomp", "csubj") for k in verb.kids)
    if t.dep == "nsubj" and verb.lemma in ("be", "become", "take", "make"):
        return clause or any(parsed.tokens[c].dep in ("relcl", "acl") for k in verb.kids for c in parsed.tokens[k].kids)
    return t.dep == "dobj" and verb.lemma in ("make", "find", "call") and clause


def _found(t: Token) -> Found:
    return Found(
        first=t.i, last=t.i, head=t.i, form=MentionForm.PRONOUN, kind=ActorKind.PERSON if t.lower in PERSON else None,
        plural=t.lower in SEVERAL, gender=PERSON.get(t.lower, ""),
    )  # fmt: skip

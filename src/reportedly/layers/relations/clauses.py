"""The grammar of a clause: who does something, to whom, and by whom it is done."""

from __future__ import annotations

from reportedly.layers.relations.sides import RELATIVE
from reportedly.text import Parsed, Token

LIMIT = 20  # verbs joined by "and" that share a subject; a bound for texts that are no prose


class Clauses:
    """Subjects, objects and agents of the verbs of one report."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed

    def subject(self, verb: Token) -> Token | None:
        """Who does it: the subject, the one shared with an earlier verb, or the noun that a participle modifies."""
        for _ in range(LIMIT):
            if found := self.parsed.child(verb, "nsubj"):
                return found
            if self.mistaken(verb):
                return self.parsed.children(verb, "compound")[-1]
            if self.parsed.child(verb, "nsubjpass"):
                return None
            governor = self.parsed.head(verb)
            if verb.dep != "conj" or governor.pos not in ("VERB", "AUX"):
                return governor if verb.dep == "acl" and verb.tag == "VBG" else None
            verb = governor
        return None

    def mistaken(self, t: Token) -> bool:
        """Whether a verb was parsed with its subject as a compound: "the front, which [X leads]"."""
        if t.dep != "relcl" or t.pos not in ("NOUN", "VERB") or not self.parsed.child(t, "compound") or self.parsed.child(t, "nsubj"):
            return False
        return any(k.tag in RELATIVE for k in self.parsed.children(t, "dobj"))

    def patient(self, verb: Token) -> Token | None:
        """To whom it is done, where the verb is passive."""
        for _ in range(LIMIT):
            if found := self.parsed.child(verb, "nsubjpass"):
                return found
            governor = self.parsed.head(verb)
            if verb.tag == "VBN" and verb.dep in ("acl", "relcl", "amod") and not self.parsed.child(verb, "nsubj", "aux"):
                return governor if governor.i < verb.i else None
            joined = verb.tag in ("VBN", "VBD") and verb.dep == "conj" and governor.pos == "VERB"
            if not joined or self.parsed.child(verb, "nsubj", "aux", "dobj"):
                return None
            verb = governor
        return None

    def agent(self, verb: Token) -> Token | None:
        """What "by" leads to."""
        by = self.parsed.child(verb, "agent")
        return self.parsed.child(by, "pobj") if by else None

    def object(self, verb: Token) -> Token | None:
        """The direct object; in "a militia X supports", the noun that the clause modifies."""
        if found := self.parsed.child(verb, "dobj"):
            return found
        subject = self.parsed.child(verb, "nsubj")
        if verb.dep != "relcl" or subject is None:
            return None
        kids = self.parsed.children(verb)
        stranded = any(k.dep == "prep" and not self.parsed.children(k, "pobj", "pcomp") for k in kids)
        taken = stranded or any(k.tag in RELATIVE or k.dep in ("ccomp", "xcomp") for k in kids)
        return None if taken else self.parsed.head(verb)

    def after(self, heads: tuple[Token, ...], links: frozenset[str]) -> Token | None:
        """What the first of some prepositions on the heads leads to."""
        for head in heads:
            for prep in self.parsed.children(head, "prep", "agent", "dative"):
                if prep.lower in links and (noun := self.parsed.child(prep, "pobj")):
                    return noun
        return None
